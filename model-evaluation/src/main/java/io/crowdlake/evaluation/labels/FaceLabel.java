package io.crowdlake.evaluation.labels;

import io.crowdlake.contracts.Gender;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is true of a picture of a face.
 *
 * @param file as the label names it, relative to the data folder
 * @param age of the person
 * @param gender female or male
 * @param race as the label calls it, if it does
 */
public record FaceLabel(String file, AgeLabel age, Gender gender, Optional<String> race) {

    static final String FILE_NAME = "labels.csv";

    private static final List<String> COLUMNS = List.of("file", "age", "gender");

    /**
     * Reads {@code labels.csv} of a folder.
     *
     * @throws io.crowdlake.evaluation.EvaluationException with one line that names the file and the line
     */
    public static List<FaceLabel> read(Path folder) {
        String text = LabelFile.read(folder, FILE_NAME);
        return CsvFile.parse(folder.resolve(FILE_NAME).toString(), text, COLUMNS)
                .rows()
                .map(FaceLabel::of)
                .toList();
    }

    private static FaceLabel of(CsvFile.Row row) {
        AgeLabel age = AgeLabel.parse(row.get("age"))
                .orElseThrow(() -> row.refused(
                        "age", "a bin such as 20-29, 70+ or \"more than 70\", or a number of years, within 0..120"));
        Gender gender =
                switch (row.get("gender").toLowerCase(Locale.ROOT)) {
                    case "female", "f" -> Gender.FEMALE;
                    case "male", "m" -> Gender.MALE;
                    default -> throw row.refused("gender", "Female or Male");
                };
        return new FaceLabel(
                row.text("file"), age, gender, Optional.of(row.get("race")).filter(race -> !race.isEmpty()));
    }
}
