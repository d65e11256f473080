package io.crowdlake.counting.window;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.Gender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Adds tables of counts cell by cell. The outcome holds only cells that are not zero, in the order of their enums. */
final class Cells {

    private static final AgeBand[] AGE_BANDS = AgeBand.values();
    private static final Emotion[] EMOTIONS = Emotion.values();
    private static final Gender[] GENDERS = Gender.values();

    private Cells() {}

    static <T> List<AgeGenderCount> sumOfAges(List<T> all, Function<T, List<AgeGenderCount>> cells) {
        long[] table = new long[AGE_BANDS.length * GENDERS.length];
        for (T one : all) {
            addAges(table, cells.apply(one), 1);
        }
        return ages(table);
    }

    static List<AgeGenderCount> subtractAges(List<AgeGenderCount> one, List<AgeGenderCount> other) {
        long[] table = new long[AGE_BANDS.length * GENDERS.length];
        addAges(table, one, 1);
        addAges(table, other, -1);
        return ages(table);
    }

    static <T> List<EmotionGenderCount> sumOfEmotions(List<T> all, Function<T, List<EmotionGenderCount>> cells) {
        long[] table = new long[EMOTIONS.length * GENDERS.length];
        for (T one : all) {
            addEmotions(table, cells.apply(one), 1);
        }
        return emotions(table);
    }

    static List<EmotionGenderCount> subtractEmotions(List<EmotionGenderCount> one, List<EmotionGenderCount> other) {
        long[] table = new long[EMOTIONS.length * GENDERS.length];
        addEmotions(table, one, 1);
        addEmotions(table, other, -1);
        return emotions(table);
    }

    private static void addAges(long[] table, List<AgeGenderCount> cells, int times) {
        for (AgeGenderCount cell : cells) {
            table[index(cell.ageBand(), cell.gender())] += times * cell.visitors();
        }
    }

    private static void addEmotions(long[] table, List<EmotionGenderCount> cells, int times) {
        for (EmotionGenderCount cell : cells) {
            table[index(cell.emotion(), cell.gender())] += times * cell.visitors();
        }
    }

    private static List<AgeGenderCount> ages(long[] table) {
        List<AgeGenderCount> cells = new ArrayList<>();
        for (AgeBand band : AGE_BANDS) {
            for (Gender gender : GENDERS) {
                long visitors = table[index(band, gender)];
                if (visitors > 0) {
                    cells.add(new AgeGenderCount(band, gender, visitors));
                }
            }
        }
        return cells;
    }

    private static List<EmotionGenderCount> emotions(long[] table) {
        List<EmotionGenderCount> cells = new ArrayList<>();
        for (Emotion emotion : EMOTIONS) {
            for (Gender gender : GENDERS) {
                long visitors = table[index(emotion, gender)];
                if (visitors > 0) {
                    cells.add(new EmotionGenderCount(emotion, gender, visitors));
                }
            }
        }
        return cells;
    }

    private static int index(Enum<?> row, Gender gender) {
        return row.ordinal() * GENDERS.length + gender.ordinal();
    }
}
