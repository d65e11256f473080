package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.AgeGenderCount;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.EmotionGenderCount;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.counting.window.DwellHistogram;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.PlaceCounts;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.counting.window.ZoneOccupancy;
import io.crowdlake.counting.window.ZoneVisits;
import io.crowdlake.job.binary.BinaryInput;
import io.crowdlake.job.binary.BinaryOutput;
import java.io.IOException;

/** The binary form of what a window adds up to. */
final class WindowForm {

    private static final AgeBand[] AGE_BANDS = AgeBand.values();
    private static final Emotion[] EMOTIONS = Emotion.values();
    private static final Gender[] GENDERS = Gender.values();

    private WindowForm() {}

    static void writeFrames(FrameCounts counts, BinaryOutput out) throws IOException {
        out.number(counts.frames());
        out.number(counts.peakOccupancy());
        out.number(counts.occupancySum());
        out.number(counts.watchedMicros());
        out.number(counts.personMicrosTwice());
        out.instant(counts.newestFrame());
        out.text(counts.modelVersion());
        out.list(counts.zones(), WindowForm::writeOccupancy);
    }

    static FrameCounts readFrames(BinaryInput in) throws IOException {
        return new FrameCounts(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.instant(),
                in.text(),
                in.list(WindowForm::readOccupancy));
    }

    private static void writeOccupancy(ZoneOccupancy zone, BinaryOutput out) throws IOException {
        out.text(zone.zone());
        out.number(zone.peak());
        out.number(zone.sum());
        out.number(zone.personMicrosTwice());
    }

    private static ZoneOccupancy readOccupancy(BinaryInput in) throws IOException {
        return new ZoneOccupancy(in.text(), in.number(), in.number(), in.number());
    }

    static void writeVisits(VisitCounts counts, BinaryOutput out) throws IOException {
        out.number(counts.visitors());
        out.number(counts.entries());
        out.number(counts.exits());
        out.number(counts.newVisitors());
        out.number(counts.returningVisitors());
        writeDwell(counts.dwell(), out);
        out.list(counts.ageGender(), WindowForm::writeAges);
        out.list(counts.emotionGender(), WindowForm::writeEmotions);
        out.text(counts.modelVersion());
        out.list(counts.places().lines(), WindowForm::writeLine);
        out.list(counts.places().zones(), (zone, part) -> {
            part.text(zone.zone());
            part.number(zone.visitors());
            part.number(zone.entries());
            writeDwell(zone.dwell(), part);
        });
    }

    static VisitCounts readVisits(BinaryInput in) throws IOException {
        return new VisitCounts(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                readDwell(in),
                in.list(part -> new AgeGenderCount(part.constant(AGE_BANDS), part.constant(GENDERS), part.number())),
                in.list(part -> new EmotionGenderCount(part.constant(EMOTIONS), part.constant(GENDERS), part.number())),
                in.text(),
                new PlaceCounts(
                        in.list(part -> new LineCount(part.text(), part.number(), part.number())),
                        in.list(part -> new ZoneVisits(part.text(), part.number(), part.number(), readDwell(part)))));
    }

    static void writeAges(AgeGenderCount cell, BinaryOutput out) throws IOException {
        out.constant(cell.ageBand());
        out.constant(cell.gender());
        out.number(cell.visitors());
    }

    static void writeEmotions(EmotionGenderCount cell, BinaryOutput out) throws IOException {
        out.constant(cell.emotion());
        out.constant(cell.gender());
        out.number(cell.visitors());
    }

    static void writeLine(LineCount line, BinaryOutput out) throws IOException {
        out.text(line.line());
        out.number(line.inCount());
        out.number(line.outCount());
    }

    private static void writeDwell(DwellHistogram dwell, BinaryOutput out) throws IOException {
        out.number(dwell.count());
        out.number(dwell.micros());
        out.map(dwell.bins(), (bin, part) -> part.number(bin), (visits, part) -> part.number(visits));
    }

    private static DwellHistogram readDwell(BinaryInput in) throws IOException {
        return new DwellHistogram(in.number(), in.number(), in.map(part -> (int) part.number(), BinaryInput::number));
    }
}
