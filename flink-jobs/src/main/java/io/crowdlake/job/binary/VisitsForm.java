package io.crowdlake.job.binary;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.visit.Look;
import java.io.IOException;

/** The binary form of a {@link VisitUpdate}: a part of what {@code aggregate} keeps of a camera. */
public final class VisitsForm {

    private static final Recognition[] RECOGNITIONS = Recognition.values();

    private VisitsForm() {}

    public static void write(VisitUpdate update, BinaryOutput out) throws IOException {
        writeVisit(update.visit(), out);
        out.flag(update.closed());
        PlacesForm.writeMovement(update.movement(), out);
        out.number(update.announcedFrames());
        out.optional(update.look(), VisitsForm::writeLook);
        out.instant(update.seenBefore());
    }

    public static VisitUpdate read(BinaryInput in) throws IOException {
        return new VisitUpdate(
                readVisit(in),
                in.flag(),
                PlacesForm.readMovement(in),
                in.count(),
                in.optional(VisitsForm::readLook),
                in.instant());
    }

    static void writeLook(Look look, BinaryOutput out) throws IOException {
        FrameAnalysisSerializer.writeEmbedding(look.embedding(), out);
        out.real(look.quality());
        out.instant(look.seen());
        out.text(look.modelVersion());
    }

    static Look readLook(BinaryInput in) throws IOException {
        return new Look(FrameAnalysisSerializer.readEmbedding(in), in.real(), in.instant(), in.text());
    }

    private static void writeVisit(Visit visit, BinaryOutput out) throws IOException {
        out.text(visit.visitId());
        out.text(visit.deviceId());
        out.instant(visit.firstSeen());
        out.instant(visit.lastSeen());
        out.number(visit.frames());
        FrameAnalysisSerializer.writeAttributes(visit.attributes(), out);
        out.constant(visit.recognition());
        out.text(visit.modelVersion());
        out.list(visit.crossings(), PlacesForm::writeCrossing);
        out.list(visit.zoneStays(), PlacesForm::writeStay);
        out.constant(visit.heading());
    }

    private static Visit readVisit(BinaryInput in) throws IOException {
        return new Visit(
                in.text(),
                in.text(),
                in.instant(),
                in.instant(),
                in.count(),
                FrameAnalysisSerializer.readAttributes(in),
                in.constant(RECOGNITIONS),
                in.text(),
                in.list(PlacesForm::readCrossing),
                in.list(PlacesForm::readStay),
                in.constant(PlacesForm.HEADINGS));
    }
}
