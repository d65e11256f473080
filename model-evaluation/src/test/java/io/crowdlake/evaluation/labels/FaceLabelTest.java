package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.Gender;
import io.crowdlake.evaluation.EvaluationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceLabelTest {

    @TempDir
    Path folder;

    @Test
    void readsColumnsInAnyOrderAndCase() {
        csv("Race,service_test,GENDER,age, File \nWhite,True,female,3-9,val/1.jpg\n,False,MALE,70+,val/2.jpg\n");
        assertThat(FaceLabel.read(folder))
                .containsExactly(
                        new FaceLabel("val/1.jpg", new AgeLabel(3, 9, "3-9"), Gender.FEMALE, Optional.of("White")),
                        new FaceLabel("val/2.jpg", new AgeLabel(70, 85, "70+"), Gender.MALE, Optional.empty()));
    }

    @Test
    void needsNoRace() {
        csv("file,age,gender\n1.jpg,34,Male\n");
        assertThat(FaceLabel.read(folder).get(0).race()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jpg,old,Male | line 3: age is \"old\", must be a bin such as 20-29",
                "a.jpg,20-29,boy | line 3: gender is \"boy\", must be Female or Male",
                "a.jpg,20-29 | line 3: gender is \"\", must be Female or Male",
                ",20-29,Male | line 3: file is \"\""
            })
    void namesTheLineThatItDoesNotUnderstand(String line, String message) {
        csv("file,age,gender\nb.jpg,20-29,Male\n" + line + "\n");
        assertThatThrownBy(() -> FaceLabel.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining(folder.resolve("labels.csv") + " " + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        csv("image,age,sex\n1.jpg,34,Male\n");
        assertThatThrownBy(() -> FaceLabel.read(folder))
                .hasMessage(
                        folder.resolve("labels.csv") + " line 1 has no column file, gender; its first line must be a"
                                + " header with file,age,gender in any order");
    }

    @Test
    void saysWhatIsMissingOnTheDisk() {
        assertThatThrownBy(() -> FaceLabel.read(folder.resolve("none")))
                .hasMessageContaining("--data " + folder.resolve("none") + " does not exist");
        assertThatThrownBy(() -> FaceLabel.read(folder))
                .hasMessageContaining("--data " + folder + " holds no labels.csv");
        csv("");
        assertThatThrownBy(() -> FaceLabel.read(folder)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> FaceLabel.read(folder.resolve("labels.csv"))).hasMessageContaining("is no folder");
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }

    private void csv(String text) {
        Folders.with(folder, "labels.csv", text);
    }
}
