package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    Path folder;

    @Test
    void theByteOrderMarkOfSpreadsheetsIsNoPartOfTheFirstColumn() {
        Folders.with(folder, "labels.csv", "\ufefffile,age,gender\n1.jpg,34,Male\n");
        assertThat(FaceLabel.read(folder)).singleElement().satisfies(label -> assertThat(label.file())
                .isEqualTo("1.jpg"));
    }

    @Test
    void norOfJson() {
        Folders.with(folder, "boxes.json", "\ufeff{\"a.jpg\": {\"boxes_x1y1x2y2score\": [[1, 2, 3, 4]]}}");
        assertThat(BoxLabels.read(folder)).hasSize(1);
    }

    @Test
    void namesMayBeInAnyLanguage() {
        Folders.with(folder, "labels.csv", "file,age,gender,race\nJosé/大学.jpg,34,Male,Überall\n");
        assertThat(FaceLabel.read(folder)).singleElement().satisfies(label -> {
            assertThat(label.file()).isEqualTo("José/大学.jpg");
            assertThat(label.race()).contains("Überall");
        });
    }
}
