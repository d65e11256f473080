package io.crowdlake.inference.bundle;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.util.List;

/**
 * How the attribute network is used. The labels are in the order of the network's outputs; each label that the contracts know must be
 * there once, and of emotions, where {@code output} is declared, two at least.
 *
 * @param file TorchScript: uint8 [N,S,S,3] BGR to probabilities [N,7] of the age bands, years [N], probabilities [N,2] of the genders and
 *     [N,8] of the emotions; of other networks, what {@code input} and {@code output} say
 * @param int8File the same network quantised, with the same input and outputs, or null
 * @param inputSize S, the side of a crop in pixels, 16..512
 * @param cropScale side of the square that is cut out, in longer sides of the face's box, 0.5..4
 * @param minFacePixels a face whose longer side is shorter gets no attributes, in pixels of the frame, at least 0
 * @param genderThreshold below this probability the gender is unknown, 0..1
 * @param ageBands 7 labels; empty where there is no such output
 * @param genders 2 labels; empty where there is no such output
 * @param emotions 8 labels; empty where there is no such output
 * @param input how the network takes a crop; {@link PixelFormat#CROPS} when left out
 * @param output which outputs there are; {@link AttributeOutput#ALL} when left out
 * @param mirrorBelow a face whose most probable gender is less probable is looked at once more in the mirror, and the mean of both answers
 *     counts, 0..1; or null for never
 * @param macsPerFace multiply-adds for each crop, from which benchmarks tell how busy they keep a core; or null
 */
public record AttributeSettings(
        String file,
        String int8File,
        int inputSize,
        double cropScale,
        int minFacePixels,
        double genderThreshold,
        List<String> ageBands,
        List<String> genders,
        List<String> emotions,
        PixelFormat input,
        AttributeOutput output,
        Double mirrorBelow,
        Double macsPerFace)
        implements NetworkFiles {

    public AttributeSettings {
        Fields.fileName(file, "file");
        Fields.optionalFileName(int8File, "int8File");
        Fields.range(inputSize, 16, 512, "inputSize");
        Fields.range(cropScale, 0.5, 4, "cropScale");
        Fields.range(minFacePixels, 0, 4096, "minFacePixels");
        Fields.range(genderThreshold, 0, 1, "genderThreshold");
        Fields.optionalRange(mirrorBelow, 0, 1, "mirrorBelow");
        Fields.optionalRange(macsPerFace, 1, 1e12, "macsPerFace");
        input = input == null ? PixelFormat.CROPS : input;
        boolean declared = output != null;
        output = declared ? output : AttributeOutput.ALL;
        ageBands = output.ageBands() == null
                ? List.of()
                : Fields.labels(ageBands, AgeBand.values(), AgeBand.UNKNOWN, AgeBand::label, "ageBands");
        genders = output.genders() == null
                ? List.of()
                : Fields.labels(genders, Gender.values(), Gender.UNKNOWN, Gender::label, "genders");
        if (output.emotions() == null) {
            emotions = List.of();
        } else if (declared) {
            emotions = Fields.someLabels(emotions, Emotion.values(), Emotion.UNKNOWN, Emotion::label, "emotions");
        } else {
            emotions = Fields.labels(emotions, Emotion.values(), Emotion.UNKNOWN, Emotion::label, "emotions");
        }
    }
}
