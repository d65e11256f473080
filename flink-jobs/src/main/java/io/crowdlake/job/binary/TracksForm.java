package io.crowdlake.job.binary;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.track.Axis;
import io.crowdlake.counting.track.Motion;
import io.crowdlake.counting.track.Newcomer;
import io.crowdlake.counting.track.Perspective;
import io.crowdlake.counting.track.Stature;
import io.crowdlake.counting.track.Track;
import io.crowdlake.counting.track.TrackerState;
import io.crowdlake.counting.track.View;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.Ballot;
import io.crowdlake.counting.visit.ColourVote;
import io.crowdlake.counting.visit.Colours;
import io.crowdlake.counting.visit.Look;
import java.io.IOException;
import java.time.Instant;

/** The binary form of a {@link TrackerState}: a part of what {@code track} keeps of a camera. */
public final class TracksForm {

    private static final int AGE_BANDS = AgeBand.values().length;
    private static final int GENDERS = Gender.values().length;
    private static final int EMOTIONS = Emotion.values().length;

    /** From this version on there is what the tracker has learnt of the view. */
    private static final int WITH_VIEW = 2;

    private TracksForm() {}

    public static void write(TrackerState state, BinaryOutput out) throws IOException {
        out.list(state.tracks(), TracksForm::writeTrack);
        out.instant(state.newest());
        writeView(state.view(), out);
    }

    public static TrackerState read(BinaryInput in) throws IOException {
        return new TrackerState(
                in.list(TracksForm::readTrack), in.instant(), in.version() < WITH_VIEW ? View.UNKNOWN : readView(in));
    }

    private static void writeView(View view, BinaryOutput out) throws IOException {
        out.real(view.perspective().rows());
        out.real(view.perspective().weight());
        out.real(view.perspective().misses());
        out.real(view.perspective().looks());
        out.list(view.doors(), FrameAnalysisSerializer::writeBox);
    }

    private static View readView(BinaryInput in) throws IOException {
        return new View(
                new Perspective(in.real(), in.real(), in.real(), in.real()), in.list(FrameAnalysisSerializer::readBox));
    }

    private static void writeTrack(Track track, BinaryOutput out) throws IOException {
        out.text(track.visitId());
        out.flag(track.confirmed());
        out.instant(track.firstSeen());
        out.number(track.frames());
        writeMotion(track.motion(), out);
        writeVote(track.vote(), out);
        out.text(track.modelVersion());
        out.number(track.announcedFrames());
        out.optional(track.newcomer(), TracksForm::writeNewcomer);
        out.number(track.hiddenMillis());
        PlacesForm.writeWhereabouts(track.whereabouts(), out);
        out.optional(track.colours().clothes(), TracksForm::writeColour);
        out.optional(track.look(), VisitsForm::writeLook);
        out.optional(track.colours().hair(), TracksForm::writeColour);
    }

    private static Track readTrack(BinaryInput in) throws IOException {
        String visitId = in.text();
        boolean confirmed = in.flag();
        Instant firstSeen = in.instant();
        int frames = in.count();
        Motion motion = readMotion(in);
        AttributeVote vote = readVote(in);
        String modelVersion = in.text();
        int announcedFrames = in.count();
        Newcomer newcomer = in.optional(TracksForm::readNewcomer);
        long hiddenMillis = in.number();
        Whereabouts whereabouts = PlacesForm.readWhereabouts(in);
        ColourVote clothes = in.version() < BinarySerializer.WITH_CLOTHING ? null : in.optional(TracksForm::readColour);
        Look look = in.optional(VisitsForm::readLook);
        ColourVote hair = in.version() < BinarySerializer.WITH_HAIR ? null : in.optional(TracksForm::readColour);
        return new Track(
                visitId,
                confirmed,
                firstSeen,
                frames,
                motion,
                vote,
                modelVersion,
                announcedFrames,
                newcomer,
                hiddenMillis,
                whereabouts,
                new Colours(clothes, hair),
                look);
    }

    private static void writeColour(ColourVote colour, BinaryOutput out) throws IOException {
        out.real(colour.luma());
        out.real(colour.blue());
        out.real(colour.red());
        out.number(colour.looks());
    }

    private static ColourVote readColour(BinaryInput in) throws IOException {
        return new ColourVote(in.real(), in.real(), in.real(), in.count());
    }

    private static void writeNewcomer(Newcomer newcomer, BinaryOutput out) throws IOException {
        FrameAnalysisSerializer.writeBox(newcomer.box(), out);
        out.real(newcomer.surprise());
        out.list(newcomer.sights(), PlacesForm::writeSight);
    }

    private static Newcomer readNewcomer(BinaryInput in) throws IOException {
        return new Newcomer(FrameAnalysisSerializer.readBox(in), in.real(), in.list(PlacesForm::readSight));
    }

    private static void writeMotion(Motion motion, BinaryOutput out) throws IOException {
        out.instant(motion.time());
        FrameAnalysisSerializer.writeBox(motion.box(), out);
        writeAxis(motion.across(), out);
        writeAxis(motion.down(), out);
        out.real(motion.stature().row());
        out.real(motion.stature().height());
        out.number(motion.stature().looks());
    }

    private static Motion readMotion(BinaryInput in) throws IOException {
        Instant time = in.instant();
        BoundingBox box = FrameAnalysisSerializer.readBox(in);
        Axis across = readAxis(in);
        Axis down = readAxis(in);
        Stature stature = in.version() < WITH_VIEW ? Stature.of(box) : new Stature(in.real(), in.real(), in.count());
        return new Motion(time, box, across, down, stature);
    }

    private static void writeAxis(Axis axis, BinaryOutput out) throws IOException {
        out.real(axis.place());
        out.real(axis.speed());
        out.real(axis.placeVariance());
        out.real(axis.covariance());
        out.real(axis.speedVariance());
    }

    private static Axis readAxis(BinaryInput in) throws IOException {
        return new Axis(in.real(), in.real(), in.real(), in.real(), in.real());
    }

    private static void writeVote(AttributeVote vote, BinaryOutput out) throws IOException {
        out.real(vote.years());
        out.real(vote.yearsCast());
        writeBallot(vote.ageBands(), out);
        out.real(vote.agesCast());
        writeBallot(vote.genders(), out);
        out.real(vote.gendersCast());
        writeBallot(vote.emotions(), out);
        out.real(vote.emotionsCast());
    }

    private static AttributeVote readVote(BinaryInput in) throws IOException {
        return new AttributeVote(
                in.real(),
                in.real(),
                readBallot(in, AGE_BANDS),
                in.real(),
                readBallot(in, GENDERS),
                in.real(),
                readBallot(in, EMOTIONS),
                in.real());
    }

    /** Class and weight of those that have one. */
    private static void writeBallot(Ballot<?> ballot, BinaryOutput out) throws IOException {
        int voted = 0;
        for (int ordinal = 0; ordinal < ballot.size(); ordinal++) {
            voted += ballot.weight(ordinal) == 0 ? 0 : 1;
        }
        out.number(voted);
        for (int ordinal = 0; ordinal < ballot.size(); ordinal++) {
            if (ballot.weight(ordinal) != 0) {
                out.number(ordinal + 1);
                out.real(ballot.weight(ordinal));
            }
        }
    }

    private static <E extends Enum<E>> Ballot<E> readBallot(BinaryInput in, int classes) throws IOException {
        double[] weights = new double[classes];
        for (int left = in.count(); left > 0; left--) {
            weights[in.count() - 1] = in.real();
        }
        return Ballot.ofWeights(weights);
    }
}
