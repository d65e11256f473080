package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.counting.place.Sight;
import io.crowdlake.counting.place.Whereabouts;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has come into view, and may have been in it before.
 *
 * @param box of the first sight
 * @param surprise how unlikely it is that somebody new comes into view there
 * @param sights since then, for where they lead to be told once it is known whose they are; as many as a decision takes at most
 */
public record Newcomer(BoundingBox box, double surprise, List<Sight> sights) {

    public Newcomer {
        sights = sights == null ? List.of() : List.copyOf(sights);
    }

    static Newcomer at(Sight sight, BoundingBox box, double surprise) {
        return new Newcomer(box, surprise, List.of(sight));
    }

    /** After one more sight. */
    Newcomer seen(Sight sight) {
        List<Sight> all = new ArrayList<>(sights);
        all.add(sight);
        return new Newcomer(box, surprise, all);
    }

    /** Where the person has been, given where they had been before. */
    Whereabouts follow(Whereabouts before, CameraLayout layout) {
        Whereabouts way = before;
        for (Sight sight : sights) {
            way = way.seen(layout, sight);
        }
        return way;
    }
}
