package io.crowdlake.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.evaluation.EvaluationException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionLabelTest {

    private static final String HEADER =
            "file,box,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5,0,0,3,1,0,0,0,1,0 | NEUTRAL",
                "0,0,0,0,0,0,0,10,0,0 | CONTEMPT",
                "4,6,0,0,0,0,0,0,0,0 | HAPPINESS",
                "0,0,0,0,0,0,1.5,0,1,0 | FEAR",
                "4,0,0,0,1,0,0,4,1,0 |",
                "3,0,0,0,0,0,0,0,7,0 |",
                "1,0,0,0,0,0,0,0,0,9 |",
                "5,0,0,0,0,0,0,0,5,0 |",
                "0,0,0,0,0,0,0,0,0,0 |"
            })
    void takesTheEmotionWithMostVotesUnlessTiedOrUnknown(String votes, Emotion emotion) {
        Folders.with(folder, "labels.csv", HEADER + "a.png,\"(0, 0, 48, 48)\"," + votes + "\n");
        assertThat(EmotionLabel.read(folder)).containsExactly(new EmotionLabel("a.png", Optional.ofNullable(emotion)));
    }

    @Test
    void theHeaderOfFerPlusIsReadInAnyOrder() {
        Folders.with(
                folder,
                "labels.csv",
                "NF,unknown,contempt,fear,disgust,anger,sadness,surprise,happiness,neutral,Usage,FILE\n"
                        + "0,1,0,0,0,0,7,0,0,2,Training,train/a.png\n");
        assertThat(EmotionLabel.read(folder))
                .containsExactly(new EmotionLabel("train/a.png", Optional.of(Emotion.SADNESS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1e3", "NaN", "1.", "5 votes"})
    void votesArePlainNumbers(String vote) {
        Folders.with(folder, "labels.csv", HEADER + "a.png,,0,0," + vote + ",0,0,0,0,0,0,0\n");
        assertThatThrownBy(() -> EmotionLabel.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 2: surprise is \"" + vote + "\", must be a number of votes, 0 or more");
    }

    @Test
    void namesTheVoteThatIsNoNumber() {
        Folders.with(folder, "labels.csv", HEADER + "a.png,,many,0,0,0,0,0,0,0,0,0\n");
        assertThatThrownBy(() -> EmotionLabel.read(folder))
                .hasMessageContaining("labels.csv line 2: neutral is \"many\", must be a number of votes");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        Folders.with(folder, "labels.csv", "file,emotion\na.png,happiness\n");
        assertThatThrownBy(() -> EmotionLabel.read(folder))
                .hasMessageContaining("has no column anger, contempt, disgust");
    }
}
