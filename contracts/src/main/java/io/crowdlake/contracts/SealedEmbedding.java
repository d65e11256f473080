package io.crowdlake.contracts;

import java.util.Arrays;

/**
 * What a face looks like to an embedding network, encrypted: whoever has no key can tell nothing from it, not even whether two are of one
 * person. It exists in memory and in a job's state alone; no JSON, table, event or log has room for it.
 *
 * @param bytes as the one who sealed it wrote them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; an array is what a serializer writes fastest
public record SealedEmbedding(byte[] bytes) {

    public SealedEmbedding {
        Checks.present(bytes, "embedding.bytes");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedEmbedding embedding && Arrays.equals(bytes, embedding.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says nothing of the content, so that no log does. */
    @Override
    public String toString() {
        return "sealed";
    }
}
