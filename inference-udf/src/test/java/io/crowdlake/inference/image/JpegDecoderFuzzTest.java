package io.crowdlake.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Pictures;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a camera sends, the answer is a picture or a reason. */
class JpegDecoderFuzzTest {

    private static final byte[] GOOD = Pictures.oneFace();

    private final JpegDecoder decoder = new JpegDecoder(1_000_000);

    @Property(tries = 2_000)
    void aDamagedJpegIsAPictureOrAReason(@ForAll("mutations") byte[] jpeg) {
        assertIsPictureOrReason(jpeg);
    }

    @Property(tries = 500)
    void aCutJpegIsAReason(@ForAll @IntRange(min = 0, max = 10_000) int length) {
        byte[] cut = Arrays.copyOf(GOOD, Math.min(length, GOOD.length - 2));
        try {
            decoder.decode(cut);
        } catch (AnalysisException e) {
            return;
        }
        throw new AssertionError("a JPEG of " + GOOD.length + " bytes cut to " + cut.length + " was decoded");
    }

    @Property(tries = 500)
    void anyBytesAfterTheSignatureAreAPictureOrAReason(@ForAll @Size(max = 400) byte[] bytes) {
        byte[] jpeg = new byte[bytes.length + 2];
        jpeg[0] = (byte) 0xff;
        jpeg[1] = (byte) 0xd8;
        System.arraycopy(bytes, 0, jpeg, 2, bytes.length);
        assertIsPictureOrReason(jpeg);
    }

    /** A good file with up to twelve bytes changed, mostly in its headers, where they do the most harm. */
    @Provide
    Arbitrary<byte[]> mutations() {
        Arbitrary<Integer> places = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(2, 650)),
                Tuple.of(1, Arbitraries.integers().between(2, GOOD.length - 1)));
        Arbitrary<Byte> values =
                Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) 0xff, (byte) 0xda, (byte) 0xd9));
        return Combinators.combine(places, values)
                .as((place, value) -> new int[] {place, value})
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(changes -> {
                    byte[] jpeg = GOOD.clone();
                    changes.forEach(change -> jpeg[change[0]] = (byte) change[1]);
                    return jpeg;
                });
    }

    private void assertIsPictureOrReason(byte[] jpeg) {
        try {
            BgrImage image = decoder.decode(jpeg);
            assertThat((long) image.width() * image.height()).isLessThanOrEqualTo(1_000_000);
        } catch (AnalysisException e) {
            assertThat(e.reason()).isNotNull();
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }
}
