package io.crowdlake.job.track;

import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import io.crowdlake.job.binary.BinarySerializer;
import io.crowdlake.job.binary.BinaryType;
import java.io.IOException;

/** The binary form of a {@link SeenChunk}. */
public final class SeenChunkSerializer extends BinarySerializer<SeenChunk> {

    static final BinaryType<SeenChunk> TYPE = new BinaryType<>(SeenChunk.class, new SeenChunkSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(SeenChunk chunk, BinaryOutput out) throws IOException {
        writeChunk(chunk, out);
    }

    @Override
    protected SeenChunk read(BinaryInput in) throws IOException {
        return readChunk(in);
    }

    static void writeChunk(SeenChunk chunk, BinaryOutput out) throws IOException {
        out.text(chunk.key().bootId());
        out.number(chunk.key().chunk());
        for (long word : chunk.bits()) {
            // Most words are empty or full.
            boolean plain = word == 0 || word == -1;
            out.flag(plain);
            if (plain) {
                out.flag(word != 0);
            } else {
                out.fixed(word);
            }
        }
        out.instant(chunk.newest());
    }

    static SeenChunk readChunk(BinaryInput in) throws IOException {
        SeenKey key = new SeenKey(in.text(), in.number());
        long[] bits = new long[SeenFrames.CHUNK / Long.SIZE];
        for (int index = 0; index < bits.length; index++) {
            boolean plain = in.flag();
            if (plain) {
                bits[index] = in.flag() ? -1 : 0;
            } else {
                bits[index] = in.fixed();
            }
        }
        return new SeenChunk(key, bits, in.instant());
    }
}
