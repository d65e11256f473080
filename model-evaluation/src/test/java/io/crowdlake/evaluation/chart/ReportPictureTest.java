package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.evaluation.report.BoxesReport;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.Reports;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPictureTest {

    @TempDir
    Path folder;

    static Stream<EvaluationReport> reports() {
        return Stream.of(
                Reports.faces(),
                Reports.emotion(),
                Reports.boxes(),
                BoxesReport.of(Reports.MODEL, Reports.counts(0), List.of(), Reports.SPEED));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportCanBeDrawnWithAndWithoutFonts(EvaluationReport report) {
        for (Lettering lettering : List.of(Lettering.ofThisMachine(), Lettering.withoutFonts())) {
            BufferedImage picture = ReportPicture.draw(report, lettering);
            assertThat(picture.getWidth()).isGreaterThan(1000);
            assertThat(inked(picture, 0, 140)).as("title").isGreaterThan(500);
            assertThat(inked(picture, 160, picture.getHeight())).as("charts").isGreaterThan(5000);
            assertThat(edgeIsFree(picture)).as("nothing runs over the edge").isTrue();
        }
    }

    @Test
    void aFullCellIsDarkerThanAnEmptyOne() {
        assertThat(brightness(Palette.shade(1))).isLessThan(brightness(Palette.shade(0.5)));
        assertThat(brightness(Palette.shade(0.5))).isLessThan(brightness(Palette.shade(0)));
        assertThat(brightness(Palette.onShade(0.9))).isGreaterThan(brightness(Palette.onShade(0.1)));
    }

    @Test
    void isWrittenAsPng() throws IOException {
        Path file = folder.resolve("evaluation.png");
        ReportPicture.write(Reports.boxes(), file);
        assertThat(ImageIO.read(file.toFile()).getWidth())
                .isEqualTo(ReportPicture.draw(Reports.boxes()).getWidth());
    }

    private static int inked(BufferedImage picture, int top, int bottom) {
        int inked = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                inked += (picture.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
            }
        }
        return inked;
    }

    private static boolean edgeIsFree(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            if ((picture.getRGB(0, y) & picture.getRGB(picture.getWidth() - 1, y) & 0xffffff) != 0xffffff) {
                return false;
            }
        }
        for (int x = 0; x < picture.getWidth(); x++) {
            if ((picture.getRGB(x, 0) & picture.getRGB(x, picture.getHeight() - 1) & 0xffffff) != 0xffffff) {
                return false;
            }
        }
        return true;
    }

    private static int brightness(Color colour) {
        return colour.getRed() + colour.getGreen() + colour.getBlue();
    }
}
