package io.crowdlake.job.track;

import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import io.crowdlake.job.binary.BinarySerializer;
import io.crowdlake.job.binary.BinaryType;
import java.io.IOException;

/** The binary form of a {@link FramePlace}. */
public final class FramePlaceSerializer extends BinarySerializer<FramePlace> {

    static final BinaryType<FramePlace> TYPE = new BinaryType<>(FramePlace.class, new FramePlaceSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(FramePlace place, BinaryOutput out) throws IOException {
        writePlace(place, out);
    }

    @Override
    protected FramePlace read(BinaryInput in) throws IOException {
        return readPlace(in);
    }

    static void writePlace(FramePlace place, BinaryOutput out) throws IOException {
        out.instant(place.capturedAt());
        out.text(place.bootId());
        out.number(place.sequence());
    }

    static FramePlace readPlace(BinaryInput in) throws IOException {
        return new FramePlace(in.instant(), in.text(), in.number());
    }
}
