package io.crowdlake.job.aggregate;

import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.ZoneOccupancy;
import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import io.crowdlake.job.binary.BinarySerializer;
import io.crowdlake.job.binary.BinaryType;
import io.crowdlake.job.binary.VisitsForm;
import java.io.IOException;
import java.time.Instant;

/** The binary form of a {@link CrowdProgress}. */
public final class CrowdProgressSerializer extends BinarySerializer<CrowdProgress> {

    static final BinaryType<CrowdProgress> TYPE = new BinaryType<>(CrowdProgress.class, new CrowdProgressSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(CrowdProgress progress, BinaryOutput out) throws IOException {
        out.optional(progress.last(), CrowdProgressSerializer::writeSight);
        out.flag(progress.silent());
        out.fixed(progress.heardMillis());
        out.fixed(progress.timerMillis());
        out.instant(progress.pruned());
        out.map(progress.active(), CrowdProgressSerializer::writeStart, CrowdProgressSerializer::writePublication);
        out.map(progress.frames(), CrowdProgressSerializer::writeStart, CrowdProgressSerializer::writeFrames);
        out.map(progress.open(), (id, part) -> part.text(id), VisitsForm::write);
        out.optional(progress.backlog(), CrowdProgressSerializer::writeSight);
    }

    @Override
    protected CrowdProgress read(BinaryInput in) throws IOException {
        return new CrowdProgress(
                in.optional(CrowdProgressSerializer::readSight),
                in.flag(),
                in.fixed(),
                in.fixed(),
                in.instant(),
                in.map(BinaryInput::instant, CrowdProgressSerializer::readPublication),
                in.map(BinaryInput::instant, CrowdProgressSerializer::readFrames),
                in.map(BinaryInput::text, VisitsForm::read),
                in.version() < 2 ? null : in.optional(CrowdProgressSerializer::readSight));
    }

    private static void writeStart(Instant start, BinaryOutput out) throws IOException {
        out.instant(start);
    }

    private static void writeSight(FrameSight sight, BinaryOutput out) throws IOException {
        out.instant(sight.time());
        out.number(sight.occupancy());
        out.text(sight.modelVersion());
        out.map(sight.zones(), (zone, part) -> part.text(zone), (people, part) -> part.number(people));
    }

    private static FrameSight readSight(BinaryInput in) throws IOException {
        return new FrameSight(in.instant(), in.number(), in.text(), in.map(BinaryInput::text, BinaryInput::number));
    }

    private static void writePublication(Publication publication, BinaryOutput out) throws IOException {
        out.number(publication.revision());
        out.fixed(publication.fingerprint());
        out.number(publication.eventsRevision());
        out.number(publication.lakeRevision());
        out.fixed(publication.eventsMillis());
        out.fixed(publication.lakeMillis());
        out.flag(publication.changed());
        out.flag(publication.closed());
    }

    private static Publication readPublication(BinaryInput in) throws IOException {
        return new Publication(
                in.number(), in.fixed(), in.number(), in.number(), in.fixed(), in.fixed(), in.flag(), in.flag());
    }

    private static void writeFrames(FrameCounts counts, BinaryOutput out) throws IOException {
        out.number(counts.frames());
        out.number(counts.peakOccupancy());
        out.number(counts.occupancySum());
        out.number(counts.watchedMicros());
        out.number(counts.personMicrosTwice());
        out.instant(counts.newestFrame());
        out.text(counts.modelVersion());
        out.list(counts.zones(), CrowdProgressSerializer::writeZone);
    }

    private static FrameCounts readFrames(BinaryInput in) throws IOException {
        return new FrameCounts(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.instant(),
                in.text(),
                in.list(CrowdProgressSerializer::readZone));
    }

    private static void writeZone(ZoneOccupancy zone, BinaryOutput out) throws IOException {
        out.text(zone.zone());
        out.number(zone.peak());
        out.number(zone.sum());
        out.number(zone.personMicrosTwice());
    }

    private static ZoneOccupancy readZone(BinaryInput in) throws IOException {
        return new ZoneOccupancy(in.text(), in.number(), in.number(), in.number());
    }
}
