package io.crowdlake.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.evaluation.Drawings;
import io.crowdlake.inference.image.BgrImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {

    @TempDir
    Path folder;

    private final PictureReader pictures = new PictureReader(1_000_000);

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void readsEveryFrameOfAnAnimation() throws Exception {
        Path file = folder.resolve("clip.gif");
        Drawings.writeGif(
                file,
                Drawings.black(64, 48),
                Drawings.withFace(Drawings.black(64, 48), 10, 10, 20, Drawings.HAPPY_WOMAN),
                Drawings.black(64, 48));
        List<BgrImage> frames = frames(file, 640);
        assertThat(frames).hasSize(3).allSatisfy(frame -> assertThat(frame.width())
                .isEqualTo(64));
        assertThat(green(frames.get(0), 20, 20)).isLessThan(30);
        assertThat(green(frames.get(1), 20, 20)).isBetween(210, 250);
        assertThat(green(frames.get(2), 20, 20)).isLessThan(30);
    }

    @Test
    void scalesLargeClipsDownAndPicturesNot() throws Exception {
        Drawings.writeGif(folder.resolve("clip.gif"), Drawings.black(200, 100));
        Drawings.write(Drawings.black(200, 100), folder.resolve("picture.png"));
        assertThat(frames(folder.resolve("clip.gif"), 100).get(0).width()).isEqualTo(100);
        assertThat(frames(folder.resolve("picture.png"), 100))
                .singleElement()
                .satisfies(picture -> assertThat(picture.width()).isEqualTo(200));
    }

    @Test
    void aPictureIsOneFrameAndNoClip() throws Exception {
        for (String name : List.of("picture.jpg", "picture.png")) {
            Drawings.write(Drawings.black(64, 48), folder.resolve(name));
            try (FrameReader reader = FrameReader.open(folder.resolve(name), pictures, 640)) {
                assertThat(reader.isClip()).isFalse();
                assertThat(reader.next()).isPresent();
                assertThat(reader.next()).isEmpty();
            }
        }
    }

    @Test
    void whatIsInTheFileDecidesNotItsName() throws Exception {
        Drawings.writeGif(folder.resolve("clip.jpg"), Drawings.black(64, 48), Drawings.black(64, 48));
        assertThat(frames(folder.resolve("clip.jpg"), 640)).hasSize(2);
        Drawings.write(Drawings.black(64, 48), folder.resolve("picture.png"));
        Path renamed = Files.move(folder.resolve("picture.png"), folder.resolve("picture.gif"));
        assertThat(frames(renamed, 640)).hasSize(1);
    }

    @Test
    void aGifOfOneFrameIsAClip() throws Exception {
        Drawings.writeGif(folder.resolve("clip.gif"), Drawings.black(64, 48));
        try (FrameReader reader = FrameReader.open(folder.resolve("clip.gif"), pictures, 640)) {
            assertThat(reader.isClip()).isTrue();
        }
    }

    @Test
    void aDamagedPictureIsNotTakenForAClip() throws Exception {
        Drawings.write(Drawings.black(64, 48), folder.resolve("picture.jpg"));
        byte[] whole = Files.readAllBytes(folder.resolve("picture.jpg"));
        Path half = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> FrameReader.open(half, pictures, 640))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("is unreadable");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Path text = Files.writeString(folder.resolve("clip.gif"), "no clip");
        Path empty = Files.writeString(folder.resolve("empty.mp4"), "");
        assertThatThrownBy(() -> FrameReader.open(text, pictures, 640))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("is neither a picture nor a clip that FFmpeg reads");
        assertThatThrownBy(() -> FrameReader.open(empty, pictures, 640)).hasMessage("is empty");
    }

    private List<BgrImage> frames(Path file, int longestSide) throws UnreadableException {
        List<BgrImage> frames = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file, pictures, longestSide)) {
            for (Optional<BgrImage> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private static int green(BgrImage image, int x, int y) {
        return image.pixels()[3 * (y * image.width() + x) + 1] & 0xff;
    }
}
