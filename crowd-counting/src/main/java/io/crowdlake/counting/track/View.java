package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tracker has learnt of its camera's view, from whom it saw there.
 *
 * @param perspective how large people are where
 * @param doors first sights of the last few people who came into view inside the picture, {@value #MOST_DOORS} at most
 */
public record View(Perspective perspective, List<BoundingBox> doors) {

    /** Of a camera that has seen nobody yet. */
    public static final View UNKNOWN = new View(Perspective.UNKNOWN, List.of());

    private static final int MOST_DOORS = 16;

    /** So many looks at somebody make a size that can be compared. */
    private static final int LOOKS = 3;

    public View {
        doors = doors == null ? List.of() : List.copyOf(doors);
    }

    /** After a frame that showed some of those who were present before it. */
    View learning(List<Track> before, Sights sights) {
        Perspective learnt = perspective;
        for (int face = 0; face < sights.trackOfFace().length; face++) {
            int track = sights.trackOfFace()[face];
            BoundingBox box = sights.frame().faces().get(face).box();
            if (track != Assignment.NONE && track < before.size() && whole(box)) {
                Stature person = before.get(track).motion().stature();
                learnt = person.looks() < LOOKS ? learnt : learnt.learning(person, Stature.of(box));
            }
        }
        return new View(learnt, doors);
    }

    /** After people of whom it is certain that they are new first appeared at these places, inside the picture. */
    View entered(List<BoundingBox> places) {
        if (places.isEmpty()) {
            return this;
        }
        List<BoundingBox> all = new ArrayList<>(doors);
        all.addAll(places);
        return new View(perspective, all.subList(Math.max(0, all.size() - MOST_DOORS), all.size()));
    }

    /** Whether a box is not cut off by the upper or the lower edge. */
    private static boolean whole(BoundingBox box) {
        return box.y() > 0 && box.y() + box.height() < 1;
    }
}
