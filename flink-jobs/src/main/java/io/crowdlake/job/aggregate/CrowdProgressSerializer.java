package io.crowdlake.job.aggregate;

import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import io.crowdlake.job.binary.BinarySerializer;
import io.crowdlake.job.binary.BinaryType;
import io.crowdlake.job.binary.VisitsForm;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The binary form of a {@link CrowdProgress}. */
public final class CrowdProgressSerializer extends BinarySerializer<CrowdProgress> {

    static final BinaryType<CrowdProgress> TYPE = new BinaryType<>(CrowdProgress.class, new CrowdProgressSerializer());

    /** The version from which on there is a backlog, and that from which on active windows have their visits with them. */
    static final int WITH_BACKLOG = 2;

    static final int WITH_VISITS = 4;

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(CrowdProgress progress, BinaryOutput out) throws IOException {
        out.optional(progress.last(), CrowdProgressSerializer::writeSight);
        out.flag(progress.silent());
        out.fixed(progress.heardMillis());
        out.fixed(progress.timerMillis());
        out.instant(progress.pruned());
        writeWindows(progress, out, (window, part) -> writePublication(window.publication(), part));
        writeWindows(progress, out, (window, part) -> WindowForm.writeFrames(window.frames(), part));
        out.map(progress.open(), (id, part) -> part.text(id), VisitsForm::write);
        out.optional(progress.backlog(), CrowdProgressSerializer::writeSight);
        writeWindows(progress, out, (window, part) -> part.optional(window.visits(), WindowForm::writeVisits));
    }

    @Override
    protected CrowdProgress read(BinaryInput in) throws IOException {
        FrameSight last = in.optional(CrowdProgressSerializer::readSight);
        boolean silent = in.flag();
        long heardMillis = in.fixed();
        long timerMillis = in.fixed();
        Instant pruned = in.instant();
        Map<Instant, Publication> publications = in.map(BinaryInput::instant, CrowdProgressSerializer::readPublication);
        Map<Instant, FrameCounts> frames = in.map(BinaryInput::instant, WindowForm::readFrames);
        Map<String, VisitUpdate> open = in.map(BinaryInput::text, VisitsForm::read);
        FrameSight backlog = in.version() < WITH_BACKLOG ? null : in.optional(CrowdProgressSerializer::readSight);
        Map<Instant, VisitCounts> visits = in.version() < WITH_VISITS
                ? Map.of()
                : in.map(BinaryInput::instant, part -> part.optional(WindowForm::readVisits));
        Map<Instant, ActiveWindow> active = new HashMap<>(2 * publications.size());
        publications.forEach((start, publication) -> active.put(
                start,
                new ActiveWindow(publication, frames.getOrDefault(start, FrameCounts.EMPTY), visits.get(start))));
        return new CrowdProgress(last, silent, heardMillis, timerMillis, pruned, active, open, backlog);
    }

    private static void writeWindows(CrowdProgress progress, BinaryOutput out, BinaryOutput.Part<ActiveWindow> part)
            throws IOException {
        out.map(progress.active(), (start, key) -> key.instant(start), part);
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
}
