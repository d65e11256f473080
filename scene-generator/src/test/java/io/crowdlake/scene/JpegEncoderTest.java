package io.crowdlake.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {

    @Test
    void pictureSurvivesAndLowerQualityWeighsLess() throws IOException {
        BufferedImage image = new Scene(SceneOptions.sparse(1))
                .frameAt(Duration.ofSeconds(10))
                .image();
        try (JpegEncoder encoder = new JpegEncoder()) {
            byte[] good = encoder.encode(image, 0.9);
            byte[] poor = encoder.encode(image, 0.4);
            BufferedImage back = ImageIO.read(new ByteArrayInputStream(good));

            assertThat(poor.length).isLessThan(good.length / 2);
            assertThat(back.getWidth()).isEqualTo(640);
            assertThat(Math.abs((back.getRGB(320, 20) & 255) - (image.getRGB(320, 20) & 255)))
                    .isLessThan(25);
            assertThat(encoder.encode(image, 0.9))
                    .as("the encoder can be used again")
                    .isEqualTo(good);
        }
    }
}
