package io.crowdlake.job.binary;

import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.ZoneStay;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.place.Passage;
import io.crowdlake.counting.place.Sight;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.place.ZonePresence;
import io.crowdlake.counting.place.ZoneSight;
import java.io.IOException;

/** The binary form of where people go: a part of tracks and of visits. */
final class PlacesForm {

    static final Heading[] HEADINGS = Heading.values();

    private static final CrossingDirection[] DIRECTIONS = CrossingDirection.values();

    /** From this version on it is kept whether somebody was out of sight on the way over a line, and since when they are clear of it. */
    private static final int WITH_PASSAGES = 5;

    private PlacesForm() {}

    static void writeWhereabouts(Whereabouts whereabouts, BinaryOutput out) throws IOException {
        out.optional(whereabouts.first(), PlacesForm::writePoint);
        out.optional(whereabouts.last(), PlacesForm::writePoint);
        out.constant(whereabouts.heading());
        out.map(whereabouts.passages(), (line, part) -> part.text(line), PlacesForm::writePassage);
        out.list(whereabouts.zones(), PlacesForm::writePresence);
        out.list(whereabouts.crossings(), PlacesForm::writeCrossing);
        out.list(whereabouts.zoneStays(), PlacesForm::writeStay);
        writeMovement(whereabouts.movement(), out);
        out.flag(whereabouts.told());
        out.instant(whereabouts.lastAt());
    }

    static Whereabouts readWhereabouts(BinaryInput in) throws IOException {
        return new Whereabouts(
                in.optional(PlacesForm::readPoint),
                in.optional(PlacesForm::readPoint),
                in.constant(HEADINGS),
                in.map(BinaryInput::text, PlacesForm::readPassage),
                in.list(PlacesForm::readPresence),
                in.list(PlacesForm::readCrossing),
                in.list(PlacesForm::readStay),
                readMovement(in),
                in.flag(),
                in.version() < WITH_PASSAGES ? null : in.instant());
    }

    static void writeMovement(Movement movement, BinaryOutput out) throws IOException {
        out.list(movement.crossings(), PlacesForm::writeCrossing);
        out.list(movement.zones(), PlacesForm::writeZoneSight);
        out.list(movement.zoneStays(), PlacesForm::writeStay);
    }

    static Movement readMovement(BinaryInput in) throws IOException {
        return new Movement(
                in.list(PlacesForm::readCrossing), in.list(PlacesForm::readZoneSight), in.list(PlacesForm::readStay));
    }

    static void writeSight(Sight sight, BinaryOutput out) throws IOException {
        out.instant(sight.time());
        writePoint(sight.place(), out);
        out.real(sight.width());
        out.real(sight.height());
        out.number(sight.frameWidth());
        out.number(sight.frameHeight());
    }

    static Sight readSight(BinaryInput in) throws IOException {
        return new Sight(in.instant(), readPoint(in), in.real(), in.real(), in.count(), in.count());
    }

    static void writeCrossing(LineCrossing crossing, BinaryOutput out) throws IOException {
        out.text(crossing.line());
        out.constant(crossing.direction());
        out.instant(crossing.crossedAt());
    }

    static LineCrossing readCrossing(BinaryInput in) throws IOException {
        return new LineCrossing(in.text(), in.constant(DIRECTIONS), in.instant());
    }

    static void writeStay(ZoneStay stay, BinaryOutput out) throws IOException {
        out.text(stay.zone());
        out.instant(stay.enteredAt());
        out.instant(stay.leftAt());
    }

    static ZoneStay readStay(BinaryInput in) throws IOException {
        return new ZoneStay(in.text(), in.instant(), in.instant());
    }

    private static void writePoint(Point point, BinaryOutput out) throws IOException {
        out.real(point.x());
        out.real(point.y());
    }

    private static Point readPoint(BinaryInput in) throws IOException {
        return new Point(in.real(), in.real());
    }

    private static void writePassage(Passage passage, BinaryOutput out) throws IOException {
        out.number(passage.sum());
        out.flag(passage.unseen());
        out.instant(passage.clearSince());
    }

    private static Passage readPassage(BinaryInput in) throws IOException {
        int sum = in.count();
        return in.version() < WITH_PASSAGES ? new Passage(sum, false, null) : new Passage(sum, in.flag(), in.instant());
    }

    private static void writePresence(ZonePresence presence, BinaryOutput out) throws IOException {
        out.text(presence.zone());
        out.instant(presence.entered());
        out.instant(presence.told());
    }

    private static ZonePresence readPresence(BinaryInput in) throws IOException {
        return new ZonePresence(in.text(), in.instant(), in.instant());
    }

    private static void writeZoneSight(ZoneSight sight, BinaryOutput out) throws IOException {
        out.text(sight.zone());
        out.flag(sight.entered());
        out.instant(sight.before());
    }

    private static ZoneSight readZoneSight(BinaryInput in) throws IOException {
        return new ZoneSight(in.text(), in.flag(), in.instant());
    }
}
