package io.crowdlake.inference.face;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.bundle.AttributeOutput;
import io.crowdlake.inference.bundle.AttributeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells what faces appear to be: the faces of a frame in few runs of the network, or one after the other where it takes single pictures. Faces
 * of which the first look leaves it open are looked at once more in the mirror.
 */
final class AttributeNetwork {

    private static final double OLDEST = 120;

    /** An output that must be there, with so many numbers for each face. */
    private record Expected(int index, int numbers) {

        boolean isIn(List<Tensor> outputs, int count) {
            return index < outputs.size() && outputs.get(index).holds(count, numbers);
        }

        String describe(int count) {
            return (numbers == 1 ? "[" + count + "]" : "[" + count + ", " + numbers + "]") + " as output " + index;
        }
    }

    private final int side;
    private final AttributeOutput output;
    private final double mirrorBelow;
    private final PixelInput input;
    private final List<AgeBand> ageBands;
    private final List<Gender> genders;
    private final List<Emotion> emotions;

    AttributeNetwork(AttributeSettings settings, TorchNetwork network) {
        this.side = settings.inputSize();
        this.output = settings.output();
        this.mirrorBelow = settings.mirrorBelow() == null ? 0 : settings.mirrorBelow();
        this.input = new PixelInput(settings.input(), network);
        this.ageBands = settings.ageBands().stream().map(AgeBand::ofLabel).toList();
        this.genders = settings.genders().stream()
                .map(label -> Gender.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
        this.emotions = settings.emotions().stream()
                .map(label -> Emotion.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** What is wrong with what the network gives for black crops, or null. */
    String problem() {
        int count = input.batched() ? 2 : 1;
        List<Tensor> outputs = input.forward(new byte[3 * side * side * count], count, side, side);
        if (expected().stream().allMatch(expected -> expected.isIn(outputs, count))) {
            return null;
        }
        return "gives " + outputs + " for " + count + " crops, must give "
                + expected().stream().map(expected -> expected.describe(count)).collect(Collectors.joining(", "));
    }

    /** One answer for each crop, in their order. */
    List<FaceProbabilities> probabilities(byte[] crops, int count) {
        List<FaceProbabilities> answers = look(crops, count);
        int[] unsure = IntStream.range(0, count)
                .filter(face -> answers.get(face).genderCertainty() < mirrorBelow)
                .toArray();
        List<FaceProbabilities> mirrored = look(mirrored(crops, unsure), unsure.length);
        for (int i = 0; i < unsure.length; i++) {
            answers.set(unsure[i], answers.get(unsure[i]).mean(mirrored.get(i)));
        }
        return answers;
    }

    /** The mirror images of some of the crops. */
    private byte[] mirrored(byte[] crops, int[] faces) {
        int row = 3 * side;
        byte[] mirrored = new byte[faces.length * side * row];
        for (int line = 0; line < faces.length * side; line++) {
            int from = (faces[line / side] * side + line % side) * row;
            int to = line * row;
            for (int pixel = 0; pixel < row; pixel += 3) {
                System.arraycopy(crops, from + row - 3 - pixel, mirrored, to + pixel, 3);
            }
        }
        return mirrored;
    }

    private List<FaceProbabilities> look(byte[] crops, int count) {
        List<FaceProbabilities> answers = new ArrayList<>(count);
        int bytes = 3 * side * side;
        while (answers.size() < count) {
            int done = answers.size();
            int batch = input.batch(count - done);
            byte[] part = Arrays.copyOfRange(crops, done * bytes, (done + batch) * bytes);
            List<Tensor> outputs = input.forward(part, batch, side, side);
            for (int face = 0; face < Math.min(batch, count - done); face++) {
                answers.add(answer(outputs, face));
            }
        }
        return answers;
    }

    private List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        if (output.ageBands() != null) {
            expected.add(new Expected(output.ageBands().index(), ageBands.size()));
        }
        if (output.ageYears() != null) {
            expected.add(new Expected(output.ageYears().index(), 1));
        }
        if (output.genders() != null) {
            expected.add(new Expected(output.genders().index(), genders.size()));
        }
        if (output.emotions() != null) {
            expected.add(new Expected(output.emotions().index(), emotions.size()));
        }
        return expected;
    }

    private FaceProbabilities answer(List<Tensor> outputs, int face) {
        return new FaceProbabilities(
                probabilities(AgeBand.class, ageBands, outputs, output.ageBands(), face),
                years(outputs, output.ageYears(), face),
                probabilities(Gender.class, genders, outputs, output.genders(), face),
                probabilities(Emotion.class, emotions, outputs, output.emotions(), face));
    }

    private static <L extends Enum<L>> Map<L, Double> probabilities(
            Class<L> type, List<L> labels, List<Tensor> outputs, AttributeOutput.Scores output, int face) {
        Map<L, Double> probabilities = new EnumMap<>(type);
        for (int i = 0; i < labels.size(); i++) {
            float[] values = outputs.get(output.index()).values();
            ScoreColumn scores = new ScoreColumn(values, labels.size(), i, output.activation());
            probabilities.put(labels.get(i), probability(scores.of(face)));
        }
        return probabilities;
    }

    private static Double years(List<Tensor> outputs, AttributeOutput.Years output, int face) {
        if (output == null) {
            return null;
        }
        double years = outputs.get(output.index()).values()[face] * output.scale();
        return Double.isFinite(years) ? Math.max(0, Math.min(OLDEST, years)) : null;
    }

    /** A network's NaN counts as no confidence at all. */
    private static double probability(double value) {
        return value >= 0 ? Math.min(1, value) : 0;
    }
}
