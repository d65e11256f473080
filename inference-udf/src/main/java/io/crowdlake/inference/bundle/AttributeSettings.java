package io.crowdlake.inference.bundle;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.util.List;

/**
 * How the attribute network is used. The labels are in the order of the network's outputs; each label that the contracts know must be
 * there once.
 *
 * @param file TorchScript: uint8 [N,S,S,3] BGR to probabilities [N,7] of the age bands, years [N], probabilities [N,2] of the genders and
 *     [N,8] of the emotions
 * @param inputSize S, the side of a crop in pixels, 16..512
 * @param cropScale side of the square that is cut out, in longer sides of the face's box, 0.5..4
 * @param minFacePixels a face whose longer side is shorter gets no attributes, in pixels of the frame, at least 0
 * @param genderThreshold below this probability the gender is unknown, 0..1
 * @param ageBands 7 labels
 * @param genders 2 labels
 * @param emotions 8 labels
 */
public record AttributeSettings(
        String file,
        int inputSize,
        double cropScale,
        int minFacePixels,
        double genderThreshold,
        List<String> ageBands,
        List<String> genders,
        List<String> emotions) {

    public AttributeSettings {
        Fields.fileName(file, "attributes.file");
        Fields.range(inputSize, 16, 512, "attributes.inputSize");
        Fields.range(cropScale, 0.5, 4, "attributes.cropScale");
        Fields.range(minFacePixels, 0, 4096, "attributes.minFacePixels");
        Fields.range(genderThreshold, 0, 1, "attributes.genderThreshold");
        ageBands = Fields.labels(ageBands, AgeBand.values(), AgeBand.UNKNOWN, AgeBand::label, "attributes.ageBands");
        genders = Fields.labels(genders, Gender.values(), Gender.UNKNOWN, Gender::label, "attributes.genders");
        emotions = Fields.labels(emotions, Emotion.values(), Emotion.UNKNOWN, Emotion::label, "attributes.emotions");
    }
}
