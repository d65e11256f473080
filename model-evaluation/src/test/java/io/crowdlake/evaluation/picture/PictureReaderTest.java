package io.crowdlake.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.image.BgrImage;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    private final PictureReader reader = new PictureReader(10_000);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void greyLevelsStayAsTheyAre() throws Exception {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 57);
        grey.getRaster().setSample(1, 0, 0, 200);
        assertThat(pixels(grey)).containsExactly(57, 57, 57, 200, 200, 200);
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 57 << 8 | 99);
        assertThat(pixels(grey)).containsExactly(57, 57, 57);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void coloursBecomeBlueGreenRed(int type) throws Exception {
        BufferedImage picture = new BufferedImage(1, 1, type);
        picture.setRGB(0, 0, 0xffcc3300);
        assertThat(pixels(picture)).containsExactly(0x00, 0x33, 0xcc);
    }

    @Test
    void blackAndWhiteIsRead() throws Exception {
        BufferedImage binary = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        binary.setRGB(1, 0, 0xffffffff);
        assertThat(pixels(binary)).containsExactly(0, 0, 0, 255, 255, 255);
    }

    @Test
    void transparencyIsLeftOutOfGreyPicturesToo() throws Exception {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {57, 255});
        raster.setPixel(1, 0, new int[] {200, 10});
        assertThat(pixels(new BufferedImage(model, raster, false, null))).containsExactly(57, 57, 57, 200, 200, 200);
    }

    @Test
    void sixteenBitsOfAColourBecomeEight() throws Exception {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {0xcc80, 0x3380, 0x0080});
        assertThat(pixels(new BufferedImage(model, raster, false, null))).containsExactly(0x00, 0x33, 0xcc);
    }

    @Property(tries = 100)
    void everyPixelOfAPngComesBack(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 0xffffff) Integer> colours,
            @ForAll @IntRange(min = 1, max = 8) int width)
            throws Exception {
        int height = (colours.size() + width - 1) / width;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] expected = new int[3 * width * height];
        for (int i = 0; i < colours.size(); i++) {
            picture.setRGB(i % width, i / width, colours.get(i));
            for (int channel = 0; channel < 3; channel++) {
                expected[3 * i + channel] = colours.get(i) >> 8 * channel & 0xff;
            }
        }
        try (PictureReader own = new PictureReader(10_000)) {
            assertThat(levels(own.decode(encoded(picture, "png")))).isEqualTo(expected);
        }
    }

    @Test
    void aJpegIsReadWhateverItIsCalled() throws Exception {
        BgrImage image = reader.decode(encoded(new BufferedImage(16, 8, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));
        assertThat(image.width()).isEqualTo(16);
        assertThat(image.height()).isEqualTo(8);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        byte[] jpeg = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] png = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), "png");
        assertUnreadable(new byte[0], "is empty");
        assertUnreadable("a text".getBytes(StandardCharsets.UTF_8), "is neither JPEG nor PNG");
        assertUnreadable(Arrays.copyOf(jpeg, jpeg.length / 2), "is unreadable");
        assertUnreadable(Arrays.copyOf(png, png.length / 2), "is unreadable");
        assertUnreadable(
                encoded(new BufferedImage(200, 100, BufferedImage.TYPE_3BYTE_BGR), "png"),
                "is unreadable: it has 20000 pixels, must have at most 10000");
        assertThatThrownBy(() -> reader.read(Path.of("no", "such.png"))).hasMessageStartingWith("cannot be read");
    }

    private void assertUnreadable(byte[] bytes, String message) {
        assertThatThrownBy(() -> reader.decode(bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith(message);
    }

    private int[] pixels(BufferedImage picture) throws Exception {
        return levels(reader.decode(encoded(picture, "png")));
    }

    private static int[] levels(BgrImage image) {
        byte[] pixels = image.pixels();
        int[] levels = new int[pixels.length];
        Arrays.setAll(levels, i -> pixels[i] & 0xff);
        return levels;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
