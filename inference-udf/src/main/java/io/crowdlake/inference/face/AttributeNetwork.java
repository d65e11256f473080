package io.crowdlake.inference.face;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.bundle.AttributeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what faces appear to be, all faces of a frame in one run of the network. */
final class AttributeNetwork implements AutoCloseable {

    private static final double OLDEST = 120;

    private final AttributeSettings settings;
    private final TorchNetwork network;
    private final List<AgeBand> ageBands;
    private final List<Gender> genders;
    private final List<Emotion> emotions;

    AttributeNetwork(AttributeSettings settings, TorchNetwork network) {
        this.settings = settings;
        this.network = network;
        this.ageBands = settings.ageBands().stream().map(AgeBand::ofLabel).toList();
        this.genders = settings.genders().stream()
                .map(label -> Gender.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
        this.emotions = settings.emotions().stream()
                .map(label -> Emotion.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** What is wrong with what the network gave for so many crops, or null. */
    static String problem(List<Tensor> outputs, AttributeSettings settings, int count) {
        int bands = settings.ageBands().size();
        int genders = settings.genders().size();
        int emotions = settings.emotions().size();
        if (outputs.size() == 4
                && outputs.get(0).hasShape(count, bands)
                && outputs.get(1).hasShape(count)
                && outputs.get(2).hasShape(count, genders)
                && outputs.get(3).hasShape(count, emotions)) {
            return null;
        }
        return "gives " + outputs + " for " + count + " crops, must give [[" + count + ", " + bands + "], [" + count
                + "], [" + count + ", " + genders + "], [" + count + ", " + emotions + "]]";
    }

    /** One answer for each crop, in their order. */
    List<FaceAttributes> describe(byte[] crops, int count) {
        if (count == 0) {
            return List.of();
        }
        int side = settings.inputSize();
        List<Tensor> outputs = network.forward(crops, count, side, side, 3);
        List<FaceAttributes> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(answer(outputs, i));
        }
        return answers;
    }

    private FaceAttributes answer(List<Tensor> outputs, int face) {
        int bandAt = face * ageBands.size();
        int band = outputs.get(0).largest(bandAt, ageBands.size());
        double bandProbability = probability(outputs.get(0).values()[bandAt + band]);
        double years = outputs.get(1).values()[face];
        int genderAt = face * genders.size();
        int gender = outputs.get(2).largest(genderAt, genders.size());
        double genderProbability = probability(outputs.get(2).values()[genderAt + gender]);
        boolean sure = genderProbability >= settings.genderThreshold();
        int emotionAt = face * emotions.size();
        int emotion = outputs.get(3).largest(emotionAt, emotions.size());
        return new FaceAttributes(
                Double.isFinite(years) ? Rounding.hundredth(Math.max(0, Math.min(OLDEST, years))) : null,
                ageBands.get(band),
                bandProbability,
                sure ? genders.get(gender) : Gender.UNKNOWN,
                sure ? genderProbability : 0,
                emotions.get(emotion),
                probability(outputs.get(3).values()[emotionAt + emotion]));
    }

    /** A network's NaN counts as no confidence at all. */
    private static double probability(float value) {
        return value >= 0 ? Rounding.tenThousandth(Math.min(1, value)) : 0;
    }

    @Override
    public void close() {
        network.close();
    }
}
