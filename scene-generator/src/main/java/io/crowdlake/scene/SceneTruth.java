package io.crowdlake.scene;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.scene.life.Crowd;
import io.crowdlake.scene.life.Door;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Person;
import io.crowdlake.scene.life.Place;
import io.crowdlake.scene.life.Stance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scene without its pixels: who comes, who goes, and which faces can be seen where. It goes forward frame by frame and remembers only who
 * is there, so that it can run for ever.
 */
public final class SceneTruth {

    private final SceneOptions options;
    private final Lens lens;
    private final Door door;
    private final Crowd crowd;
    private final Visibility visibility;
    private final Duration interval;
    private List<PersonTruth> newcomers = List.of();
    private List<Stance> stances = List.of();
    private Duration last = Duration.ZERO;
    private long next;

    public SceneTruth(SceneOptions options) {
        this.options = options;
        this.lens = new Lens(options.width(), options.height());
        this.door = place().indoors() ? new Door(doorX(), 0.62, 2.15) : null;
        this.crowd = new Crowd(options.rhythm(), lens, door, options.seed());
        this.visibility = new Visibility(lens, door);
        this.interval = Duration.ofNanos(Math.round(1e9 / options.framesPerSecond()));
    }

    /** The next frame's truth, an interval after the last one; the first one is at 0. */
    public FrameTruth next() {
        return at(next, next == 0 ? Duration.ZERO : last.plus(interval));
    }

    /** The truth at a position that is not before the last one. */
    public FrameTruth at(Duration position) {
        return at(next, position);
    }

    private FrameTruth at(long index, Duration position) {
        newcomers = crowd.advance(position.toNanos() / 1e9).stream()
                .map(SceneTruth::truth)
                .toList();
        stances = crowd.stances();
        next = index + 1;
        last = position;
        List<FaceTruth> faces = new ArrayList<>();
        int inView = 0;
        for (int i = 0; i < stances.size(); i++) {
            Stance stance = stances.get(i);
            inView += visibility.inView(stance) ? 1 : 0;
            List<Stance> nearer = stances.subList(i + 1, stances.size());
            double clarity = visibility.clarity(stance, nearer);
            Optional<BoundingBox> box = clarity > 0.05 ? visibility.box(stance) : Optional.empty();
            box.ifPresent(seen -> faces.add(new FaceTruth(
                    stance.person().id(),
                    seen,
                    clarity,
                    visibility.clothing(stance, nearer),
                    visibility.hair(stance, nearer))));
        }
        return new FrameTruth(index, position, faces, inView);
    }

    /** Those whose way began since the frame before; their times of entering and leaving lie in the future, or are just now. */
    public List<PersonTruth> newcomers() {
        return newcomers;
    }

    /** Everybody around, the farthest first. */
    List<Stance> stances() {
        return stances;
    }

    Lens lens() {
        return lens;
    }

    /** The door of the back wall, or null where there is none. */
    Door door() {
        return door;
    }

    Place place() {
        return options.place() != null
                ? options.place()
                : Place.values()[(int) Math.floorMod(options.seed(), (long) Place.values().length)];
    }

    private double doorX() {
        return Math.floorMod(options.seed() * 7919, 5L) * 0.55 - 1.1;
    }

    private static PersonTruth truth(Person person) {
        var who = person.appearance().demographic();
        return new PersonTruth(
                person.id(),
                who.age(),
                who.gender(),
                who.emotion(),
                duration(person.itinerary().entered()),
                duration(person.itinerary().left()));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
