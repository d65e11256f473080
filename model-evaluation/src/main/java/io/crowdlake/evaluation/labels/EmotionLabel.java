package io.crowdlake.evaluation.labels;

import io.crowdlake.contracts.Emotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people saw in a picture of a face.
 *
 * @param file as the label names it, relative to the data folder
 * @param emotion with most votes; empty where most votes are tied, or say that it is unknown or no face
 */
public record EmotionLabel(String file, Optional<Emotion> emotion) {

    static final String FILE_NAME = "labels.csv";

    /** The columns of FER+ (E. Barsoum et al., ICMI 2016) that stand for no emotion. */
    private static final List<String> NO_EMOTION = List.of("unknown", "NF");

    private static final List<String> COLUMNS = columns();

    /**
     * Reads {@code labels.csv} of a folder.
     *
     * @throws io.crowdlake.evaluation.EvaluationException with one line that names the file and the line
     */
    public static List<EmotionLabel> read(Path folder) {
        String text = LabelFile.read(folder, FILE_NAME);
        return CsvFile.parse(folder.resolve(FILE_NAME).toString(), text, COLUMNS)
                .rows()
                .map(EmotionLabel::of)
                .toList();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("file"));
        columns.addAll(voted().stream().map(Emotion::label).toList());
        columns.addAll(NO_EMOTION);
        return List.copyOf(columns);
    }

    private static List<Emotion> voted() {
        return Arrays.stream(Emotion.values())
                .filter(emotion -> emotion != Emotion.UNKNOWN)
                .toList();
    }

    private static EmotionLabel of(CsvFile.Row row) {
        double most = 0;
        Optional<Emotion> winner = Optional.empty();
        for (String column : NO_EMOTION) {
            most = Math.max(most, votes(row, column));
        }
        for (Emotion emotion : voted()) {
            double votes = votes(row, emotion.label());
            if (votes > most) {
                winner = Optional.of(emotion);
                most = votes;
            } else if (votes == most) {
                winner = Optional.empty();
            }
        }
        return new EmotionLabel(row.text("file"), winner);
    }

    private static double votes(CsvFile.Row row, String column) {
        String text = row.get(column).toLowerCase(Locale.ROOT);
        if (!text.matches("\\d{1,9}(\\.\\d+)?")) {
            throw row.refused(column, "a number of votes, 0 or more");
        }
        return Double.parseDouble(text);
    }
}
