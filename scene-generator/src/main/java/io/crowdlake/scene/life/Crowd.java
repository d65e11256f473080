package io.crowdlake.scene.life;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The people of one scene over time: who is there depends on the seed and the time only. Time goes forward. */
public final class Crowd {

    private static final Emotion[] MOODS = {
        Emotion.NEUTRAL,
        Emotion.NEUTRAL,
        Emotion.NEUTRAL,
        Emotion.NEUTRAL,
        Emotion.HAPPINESS,
        Emotion.HAPPINESS,
        Emotion.HAPPINESS,
        Emotion.SURPRISE,
        Emotion.SADNESS,
        Emotion.ANGER,
        Emotion.FEAR,
        Emotion.DISGUST,
        Emotion.CONTEMPT
    };

    /** Seconds after which someone is back who returns. */
    private static final double SOONEST_RETURN = 8;

    private static final double LATEST_RETURN = 40;

    private final CrowdRhythm rhythm;
    private final SplittableRandom arrivals;
    private final SplittableRandom people;
    private final SplittableRandom returning;
    private final Lens lens;
    private final Door door;
    private final String idPrefix;
    private final List<Person> present = new ArrayList<>();
    private final PriorityQueue<Return> returns = new PriorityQueue<>(Comparator.comparingDouble(Return::at));
    private double nextArrival;
    private double now;
    private int count;

    /**
     * @param lens the camera that looks at them
     * @param door in the back wall, or null
     */
    public Crowd(CrowdRhythm rhythm, Lens lens, Door door, long seed) {
        this.rhythm = rhythm;
        this.lens = lens;
        this.door = door;
        this.idPrefix = String.format(Locale.ROOT, "%08x", (int) (seed ^ (seed >>> 32)));
        this.arrivals = new SplittableRandom(seed * 31 + 1);
        this.people = new SplittableRandom(seed * 31 + 2);
        this.returning = new SplittableRandom(seed * 31 + 3);
        this.nextArrival = 0.3 + arrivals.nextDouble();
    }

    /**
     * Moves to a later time.
     *
     * @return those who came since the last call, whose way leads into view then or later
     */
    public List<Person> advance(double seconds) {
        if (seconds < now) {
            throw new IllegalArgumentException(
                    "time " + seconds + " s is before " + now + " s: a scene only goes forward");
        }
        List<Person> came = new ArrayList<>();
        while (Math.min(nextArrival, nextReturn()) <= seconds) {
            double at = Math.min(nextArrival, nextReturn());
            present.removeIf(person -> person.itinerary().end() <= at);
            Return back = at == nextArrival ? null : returns.remove();
            if (present.size() < rhythm.mostPeople()) {
                Person person = back == null ? invent(at) : back.person(at);
                present.add(person);
                came.add(person);
                expect(person);
            }
            if (back == null) {
                nextArrival += Math.max(0.4, -Math.log(1 - arrivals.nextDouble()) * 60 / rhythm.arrivalsPerMinute());
            }
        }
        present.removeIf(person -> person.itinerary().end() <= seconds);
        now = seconds;
        return came;
    }

    /** Everybody who is on their way, the farthest first. */
    public List<Stance> stances() {
        return present.stream()
                .map(person -> person.at(now))
                .sorted(Comparator.comparingDouble(Stance::z).reversed())
                .toList();
    }

    private Person invent(double at) {
        SplittableRandom random = people.split();
        Appearance appearance = new AppearanceSampler(random).sample(demographic(random));
        String id = idPrefix + "-" + String.format(Locale.ROOT, "%05d", ++count);
        return new Person(id, appearance, plan(at, appearance, random));
    }

    private Itinerary plan(double at, Appearance appearance, SplittableRandom random) {
        double dwell = rhythm.dwellSeconds() * (0.45 + 1.1 * random.nextDouble());
        List<Stance> others =
                present.stream().map(person -> person.at(at + dwell / 2)).toList();
        return new ItineraryPlanner(lens, door, rhythm.nearest(), rhythm.farthest(), random)
                .plan(at, dwell, appearance, others);
    }

    /** Decides whether someone who has just come will come back after they have left. */
    private void expect(Person person) {
        SplittableRandom random = returning.split();
        if (random.nextDouble() < rhythm.returning()) {
            double away = SOONEST_RETURN + (LATEST_RETURN - SOONEST_RETURN) * random.nextDouble();
            returns.add(new Return(person.itinerary().end() + away, person, random));
        }
    }

    private double nextReturn() {
        return returns.isEmpty() ? Double.POSITIVE_INFINITY : returns.peek().at();
    }

    /** Someone who will be back. */
    private final class Return {
        private final double at;
        private final Person before;
        private final SplittableRandom random;

        Return(double at, Person before, SplittableRandom random) {
            this.at = at;
            this.before = before;
            this.random = random;
        }

        double at() {
            return at;
        }

        Person person(double start) {
            return new Person(before.id(), before.appearance(), plan(start, before.appearance(), random));
        }
    }

    private static Demographic demographic(SplittableRandom random) {
        double age = random.nextDouble() < 0.13
                ? 5 + 12 * random.nextDouble()
                : 17 + 62 * Math.pow(random.nextDouble(), 1.15);
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        return new Demographic(Math.round(age * 10) / 10.0, gender, MOODS[random.nextInt(MOODS.length)]);
    }
}
