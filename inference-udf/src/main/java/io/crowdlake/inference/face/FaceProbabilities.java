package io.crowdlake.inference.face;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import java.util.EnumMap;
import java.util.Map;

/**
 * Everything that the attribute network says about one face; {@link FaceAttributes} are made from it.
 *
 * @param ageBands probability of each band, 0..1; empty where the network knows none
 * @param years expected age, 0..120; null where the network knows none
 * @param genders probability of each gender, 0..1; empty where the network knows none
 * @param emotions probability of each emotion, 0..1; empty where the network knows none
 */
public record FaceProbabilities(
        Map<AgeBand, Double> ageBands, Double years, Map<Gender, Double> genders, Map<Emotion, Double> emotions) {

    /**
     * The most probable of each. Of a network that knows years and no bands, the band is the one that the years are in, with a confidence
     * of 1.
     *
     * @param genderThreshold below this probability the gender is unknown, 0..1
     */
    public FaceAttributes attributes(double genderThreshold) {
        Double rounded = years == null ? null : Rounding.hundredth(years);
        AgeBand band = best(ageBands, rounded == null ? AgeBand.UNKNOWN : AgeBand.ofYears(rounded));
        Gender gender = best(genders, Gender.UNKNOWN);
        double genderProbability = probability(genders, gender);
        boolean sure = genderProbability >= genderThreshold;
        Emotion emotion = best(emotions, Emotion.UNKNOWN);
        return new FaceAttributes(
                rounded,
                band,
                ageBands.isEmpty() && rounded != null ? 1 : probability(ageBands, band),
                sure ? gender : Gender.UNKNOWN,
                sure ? genderProbability : 0,
                emotion,
                probability(emotions, emotion));
    }

    /** Probability of the most probable gender, 0..1; 1 where the network knows none, since no further look could tell. */
    double genderCertainty() {
        return genders.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    /** The mean of this and of what the same network said of another picture of the same face. */
    FaceProbabilities mean(FaceProbabilities other) {
        return new FaceProbabilities(
                mean(AgeBand.class, ageBands, other.ageBands),
                years == null || other.years == null ? years : Double.valueOf((years + other.years) / 2),
                mean(Gender.class, genders, other.genders),
                mean(Emotion.class, emotions, other.emotions));
    }

    private static <L extends Enum<L>> Map<L, Double> mean(Class<L> type, Map<L, Double> one, Map<L, Double> other) {
        Map<L, Double> mean = new EnumMap<>(type);
        one.forEach((label, probability) -> mean.put(label, (probability + other.get(label)) / 2));
        return mean;
    }

    private static <L> L best(Map<L, Double> probabilities, L otherwise) {
        L best = otherwise;
        double most = 0;
        for (Map.Entry<L, Double> entry : probabilities.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    private static <L> double probability(Map<L, Double> probabilities, L label) {
        return Rounding.tenThousandth(probabilities.getOrDefault(label, 0.0));
    }
}
