package io.crowdlake.inference.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.inference.Keys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingSealerTest {

    private static final float[] EMBEDDING = {0.25f, -0.5f, 0.125f, Float.MIN_VALUE, 1};

    @TempDir
    Path folder;

    private EmbeddingSealer sealer;

    @BeforeEach
    void readKey() throws IOException {
        sealer = new EmbeddingSealer(key(1));
    }

    @Test
    void whoHasTheKeyOpensIt() throws IOException {
        SealedEmbedding sealed = sealer.seal(EMBEDDING);

        assertThat(sealer.open(sealed)).containsExactly(EMBEDDING);
        assertThat(new EmbeddingSealer(key(1)).open(sealed))
                .as("another slot with the same file")
                .containsExactly(EMBEDDING);
    }

    @Test
    void whoHasAnotherKeyIsTold() throws IOException {
        SealedEmbedding sealed = sealer.seal(EMBEDDING);

        assertThatThrownBy(() -> new EmbeddingSealer(key(2)).open(sealed))
                .isInstanceOf(SealingException.class)
                .hasMessageStartingWith("recognition.key-file is ")
                .hasMessageEndingWith(
                        "which is not the key that sealed what the job remembers: put the former key back, or start without that state");
        assertThatThrownBy(() -> sealer.open(new SealedEmbedding(new byte[3]))).isInstanceOf(SealingException.class);
    }

    @Test
    void whatWasChangedIsNotOpened() {
        byte[] bytes = sealer.seal(EMBEDDING).bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(new SealedEmbedding(changed))).isInstanceOf(SealingException.class);
        }
    }

    @Test
    void nothingOfItShowsAndNothingComesTwice() {
        Set<ByteBuffer> blocks = new HashSet<>();
        Set<ByteBuffer> heads = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            byte[] bytes = sealer.seal(EMBEDDING).bytes();
            assertThat(heads.add(ByteBuffer.wrap(bytes, 0, 24)))
                    .as("a nonce that was used")
                    .isTrue();
            assertThat(blocks.add(ByteBuffer.wrap(bytes, 24, 16))).isTrue();
            for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
                assertThat(indexOf(bytes, clear(order))).isNegative();
            }
        }
    }

    private static byte[] clear(ByteOrder order) {
        ByteBuffer clear = ByteBuffer.allocate(8).order(order);
        clear.putFloat(EMBEDDING[0]).putFloat(EMBEDDING[1]);
        return clear.array();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private SealingKey key(int number) throws IOException {
        return SealingKey.read(Keys.file(folder, number));
    }
}
