package io.crowdlake.inference.bundle;

/**
 * How the embedding network is used. An embedding is a direction that is alike for pictures of one person; it stays in memory.
 *
 * @param file TorchScript: uint8 [N,S,S,3] BGR to float32 [N,dimensions], each of unit length
 * @param int8File the same network quantised, with the same input and output, or null
 * @param inputSize S, the side of a crop in pixels, 16..512
 * @param cropScale side of the square that is cut out, in longer sides of the face's box, 0.5..4
 * @param dimensions numbers in an embedding, 8..4096
 * @param likeness dot product of two embeddings from which on they count as of one person, above 0 and below 1; null where the bundle does
 *     not say, so that whoever recognises people must
 */
public record EmbeddingSettings(
        String file, String int8File, int inputSize, double cropScale, int dimensions, Double likeness)
        implements NetworkFiles {

    public EmbeddingSettings {
        Fields.fileName(file, "file");
        Fields.optionalFileName(int8File, "int8File");
        Fields.range(inputSize, 16, 512, "inputSize");
        Fields.range(cropScale, 0.5, 4, "cropScale");
        Fields.range(dimensions, 8, 4096, "dimensions");
        if (likeness != null && !(likeness > 0 && likeness < 1)) {
            throw new IllegalArgumentException("likeness is " + likeness + ", must be above 0 and below 1");
        }
    }
}
