package io.crowdlake.counting.window;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.Gender;
import java.util.ArrayList;
import java.util.List;

/** Adds tables of counts cell by cell. The outcome holds only cells that are not zero, in the order of their enums. */
final class Cells {

    private static final int GENDERS = Gender.values().length;

    private Cells() {}

    static List<AgeGenderCount> mergeAges(List<AgeGenderCount> one, List<AgeGenderCount> other) {
        return addAges(one, other, 1);
    }

    static List<AgeGenderCount> subtractAges(List<AgeGenderCount> one, List<AgeGenderCount> other) {
        return addAges(one, other, -1);
    }

    static List<EmotionGenderCount> mergeEmotions(List<EmotionGenderCount> one, List<EmotionGenderCount> other) {
        return addEmotions(one, other, 1);
    }

    static List<EmotionGenderCount> subtractEmotions(List<EmotionGenderCount> one, List<EmotionGenderCount> other) {
        return addEmotions(one, other, -1);
    }

    private static List<AgeGenderCount> addAges(List<AgeGenderCount> one, List<AgeGenderCount> other, int times) {
        long[] table = new long[AgeBand.values().length * GENDERS];
        one.forEach(cell -> table[index(cell.ageBand(), cell.gender())] += cell.visitors());
        other.forEach(cell -> table[index(cell.ageBand(), cell.gender())] += times * cell.visitors());
        List<AgeGenderCount> cells = new ArrayList<>();
        for (AgeBand band : AgeBand.values()) {
            for (Gender gender : Gender.values()) {
                long visitors = table[index(band, gender)];
                if (visitors > 0) {
                    cells.add(new AgeGenderCount(band, gender, visitors));
                }
            }
        }
        return cells;
    }

    private static List<EmotionGenderCount> addEmotions(
            List<EmotionGenderCount> one, List<EmotionGenderCount> other, int times) {
        long[] table = new long[Emotion.values().length * GENDERS];
        one.forEach(cell -> table[index(cell.emotion(), cell.gender())] += cell.visitors());
        other.forEach(cell -> table[index(cell.emotion(), cell.gender())] += times * cell.visitors());
        List<EmotionGenderCount> cells = new ArrayList<>();
        for (Emotion emotion : Emotion.values()) {
            for (Gender gender : Gender.values()) {
                long visitors = table[index(emotion, gender)];
                if (visitors > 0) {
                    cells.add(new EmotionGenderCount(emotion, gender, visitors));
                }
            }
        }
        return cells;
    }

    private static int index(Enum<?> row, Gender gender) {
        return row.ordinal() * GENDERS + gender.ordinal();
    }
}
