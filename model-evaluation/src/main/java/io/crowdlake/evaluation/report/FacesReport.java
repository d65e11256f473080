package io.crowdlake.evaluation.report;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.evaluation.labels.FaceLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How well apparent age and gender are told.
 *
 * @param set {@code faces}
 * @param model what was measured
 * @param counts what it was measured on
 * @param detection how many of the faces the detector sees
 * @param gender figures of the gender
 * @param age figures of the age
 * @param byRace the same in short for each race, as the labels call them; empty where they call none
 * @param byAge the same in short for each labelled age, from young to old
 * @param speed for information only
 */
public record FacesReport(
        String set,
        ModelFacts model,
        Counts counts,
        Detection detection,
        GenderFigures gender,
        AgeFigures age,
        List<GroupFigures> byRace,
        List<GroupFigures> byAge,
        Speed speed)
        implements EvaluationReport {

    /**
     * One face.
     *
     * @param label what is true
     * @param told the most probable of each, however unsure
     */
    public record Answer(FaceLabel label, FaceAttributes told) {}

    /** Works the figures out. */
    public static FacesReport of(
            ModelFacts model, Counts counts, Detection detection, List<Answer> answers, Speed speed) {
        List<GroupFigures> byRace = groups(answers.stream()
                .filter(answer -> answer.label().race().isPresent())
                .collect(grouped(answer -> answer.label().race().orElseThrow())));
        Map<String, Integer> youngest = answers.stream()
                .collect(Collectors.toMap(
                        answer -> answer.label().age().group(),
                        answer -> answer.label().age().low(),
                        Math::min));
        List<GroupFigures> byAge =
                groups(answers.stream()
                                .collect(grouped(answer -> answer.label().age().group())))
                        .stream()
                        .sorted(Comparator.comparing(group -> youngest.get(group.group())))
                        .toList();
        List<String> ages = byAge.stream().map(GroupFigures::group).toList();
        return new FacesReport(
                "faces",
                model,
                counts,
                detection,
                GenderFigures.of(answers, model.genderThreshold(), byRace),
                AgeFigures.of(answers, ages),
                byRace,
                byAge,
                speed);
    }

    @Override
    public List<ReportTable> tables() {
        return FacesTables.of(this);
    }

    private static Collector<Answer, ?, TreeMap<String, List<Answer>>> grouped(Function<Answer, String> group) {
        return Collectors.groupingBy(group, TreeMap::new, Collectors.toList());
    }

    private static List<GroupFigures> groups(Map<String, List<Answer>> groups) {
        return groups.entrySet().stream()
                .map(entry -> GroupFigures.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
