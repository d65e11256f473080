package io.crowdlake.benchmark.counting;

import io.crowdlake.scene.PersonTruth;
import java.time.Duration;

/**
 * One stay of one person, as far as a camera that looks for faces can know of it.
 *
 * @param id unique in the recording
 * @param person who, and when the head was in view
 * @param firstShown when the face could be seen clearly for the first time, since the start of the scene
 * @param lastShown for the last time
 */
record Stay(String id, PersonTruth person, Duration firstShown, Duration lastShown) {

    /** Time between the first and the last look at the face. */
    Duration shown() {
        return lastShown.minus(firstShown);
    }

    /** How long the head was in view, whichever way it looked. */
    Duration inView() {
        return person.left().minus(person.entered());
    }

    /** Whether the person could be seen at some time within [from, to). */
    boolean overlaps(Duration from, Duration to) {
        return firstShown.compareTo(to) < 0 && lastShown.compareTo(from) >= 0;
    }
}
