package io.crowdlake.job.track;

import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import io.crowdlake.job.binary.BinarySerializer;
import io.crowdlake.job.binary.BinaryType;
import io.crowdlake.job.binary.TracksForm;
import java.io.IOException;

/** The binary form of a {@link CameraMemory}. */
public final class CameraMemorySerializer extends BinarySerializer<CameraMemory> {

    static final BinaryType<CameraMemory> TYPE = new BinaryType<>(CameraMemory.class, new CameraMemorySerializer());

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(CameraMemory camera, BinaryOutput out) throws IOException {
        writeClock(camera.clock(), out);
        out.optional(camera.recent(), SeenChunkSerializer::writeChunk);
        TracksForm.write(camera.tracks(), out);
        out.instant(camera.coverage().since());
        out.list(camera.coverage().earlier(), CameraMemorySerializer::writeStretch);
        out.optional(camera.backlog(), CameraMemorySerializer::writeBacklog);
    }

    @Override
    protected CameraMemory read(BinaryInput in) throws IOException {
        return new CameraMemory(
                readClock(in),
                in.optional(SeenChunkSerializer::readChunk),
                TracksForm.read(in),
                in.version() < 2
                        ? Coverage.NONE
                        : new Coverage(in.instant(), in.list(CameraMemorySerializer::readStretch)),
                in.version() < 2 ? null : in.optional(CameraMemorySerializer::readBacklog));
    }

    private static void writeStretch(Stretch stretch, BinaryOutput out) throws IOException {
        out.instant(stretch.from());
        out.instant(stretch.to());
    }

    private static Stretch readStretch(BinaryInput in) throws IOException {
        return new Stretch(in.instant(), in.instant());
    }

    private static void writeBacklog(Backlog backlog, BinaryOutput out) throws IOException {
        out.instant(backlog.since());
        FramePlaceSerializer.writePlace(backlog.last(), out);
        out.fixed(backlog.lastArrivalMillis());
        TracksForm.write(backlog.tracks(), out);
    }

    private static Backlog readBacklog(BinaryInput in) throws IOException {
        return new Backlog(in.instant(), FramePlaceSerializer.readPlace(in), in.fixed(), TracksForm.read(in));
    }

    private static void writeClock(CameraClock clock, BinaryOutput out) throws IOException {
        out.instant(clock.newest());
        out.optional(clock.released(), FramePlaceSerializer::writePlace);
        out.instant(clock.floor());
        out.instant(clock.pruned());
        out.fixed(clock.lastArrivalMillis());
        out.fixed(clock.timerMillis());
        out.flag(clock.silent());
        out.list(clock.waiting(), FramePlaceSerializer::writePlace);
    }

    private static CameraClock readClock(BinaryInput in) throws IOException {
        return new CameraClock(
                in.instant(),
                in.optional(FramePlaceSerializer::readPlace),
                in.instant(),
                in.instant(),
                in.fixed(),
                in.fixed(),
                in.flag(),
                in.list(FramePlaceSerializer::readPlace));
    }
}
