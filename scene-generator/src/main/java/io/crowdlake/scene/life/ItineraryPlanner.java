package io.crowdlake.scene.life;

import java.util.List;
import java.util.random.RandomGenerator;

/** Plans ways: in at an edge or the door, a few stops, out again. Stops are chosen apart from those of the others. */
final class ItineraryPlanner {

    private static final double MARGIN = 0.45;

    private final Lens lens;
    private final Door door;
    private final double nearest;
    private final double farthest;
    private final RandomGenerator random;

    ItineraryPlanner(Lens lens, Door door, double nearest, double farthest, RandomGenerator random) {
        this.lens = lens;
        this.door = door;
        this.nearest = nearest;
        this.farthest = farthest;
        this.random = random;
    }

    Itinerary plan(double start, double dwellSeconds, Appearance person, List<Stance> others) {
        Itinerary way = new Itinerary();
        double speed =
                (0.75 + 0.5 * random.nextDouble()) * (person.demographic().age() > 65 ? 0.75 : 1);
        double near = Math.max(nearest, closest(person));
        double far = Math.max(farthest, near + 0.5);
        int stops = 1 + random.nextInt(3);
        double[] first = stop(near, far, others);
        double now = enter(way, start, speed, first);
        double walking = 2 * (lens.halfView(first[1]) + MARGIN) / speed;
        double pause = Math.max(1.2, (dwellSeconds - walking) / stops);
        double[] at = first;
        for (int i = 0; i < stops; i++) {
            if (i > 0) {
                double[] next = stop(near, far, others);
                now = walk(way, now, speed, at, next);
                at = next;
            }
            now = linger(way, now, pause * (0.6 + 0.8 * random.nextDouble()), at);
        }
        leave(way, now, speed, at);
        way.measure(start, person.faceHeight(), lens, door);
        return way;
    }

    /** The nearest a person may come with the whole face in the picture. */
    private double closest(Appearance person) {
        double below = Lens.ABOVE_GROUND - person.faceHeight() + person.faceWidth();
        double above = person.faceHeight() - Lens.ABOVE_GROUND + person.faceWidth() * 1.1;
        double room = Math.min(
                (0.97 * lens.height() - lens.horizon()) / Math.max(0.05, below),
                lens.horizon() / Math.max(0.05, above));
        return lens.distance(room);
    }

    private double[] stop(double near, double far, List<Stance> others) {
        double[] best = null;
        double bestGap = -1;
        for (int i = 0; i < 14; i++) {
            double scale = lens.scale(near) + (lens.scale(far) - lens.scale(near)) * Math.pow(random.nextDouble(), 0.6);
            double z = lens.distance(scale);
            double x = (random.nextDouble() * 2 - 1) * 0.82 * lens.halfView(z);
            double gap = 1e9;
            for (Stance other : others) {
                gap = Math.min(gap, Math.abs(lens.pixelX(x, z) - lens.pixelX(other.x(), other.z())));
            }
            if (gap > bestGap) {
                bestGap = gap;
                best = new double[] {x, z};
            }
        }
        return best;
    }

    private double enter(Itinerary way, double start, double speed, double[] to) {
        if (door != null && random.nextDouble() < 0.4) {
            double side = random.nextBoolean() ? 1 : -1;
            double[] hall = {door.x() + side * (door.half() + 0.5), Lens.WALL + 0.35};
            double[] sill = {door.x(), Lens.WALL + 0.35};
            way.place(start, hall[0], hall[1]);
            way.look(start, glance(-side * 0.6, 0.2));
            double now = step(way, start, speed, hall, sill);
            way.turn(now, 0.5, glance(0, 0.2));
            return walk(way, now, speed, sill, to);
        }
        double side = to[0] + random.nextDouble() - 0.5 < 0 ? -1 : 1;
        double z = Math.max(nearest, to[1] + (random.nextDouble() - 0.5) * 0.8);
        double[] from = {side * (lens.halfView(z) + MARGIN), z};
        way.place(start, from[0], from[1]);
        way.look(start, glance(-side * 0.55, 0.2));
        return walk(way, start, speed, from, to);
    }

    private void leave(Itinerary way, double now, double speed, double[] at) {
        if (door != null && random.nextDouble() < 0.35) {
            double[] sill = {door.x(), Lens.WALL + 0.4};
            way.turn(now, 0.7, new HeadPose(away(), 0, 0));
            double then = step(way, now, speed, at, sill);
            double side = random.nextBoolean() ? 1 : -1;
            step(way, then, speed, sill, new double[] {door.x() + side * (door.half() + 0.6), Lens.WALL + 0.4});
            return;
        }
        double side = at[0] + (random.nextDouble() - 0.5) * 2 < 0 ? -1 : 1;
        double z = Math.max(nearest, at[1] + (random.nextDouble() - 0.5) * 0.8);
        walk(way, now, speed, at, new double[] {side * (lens.halfView(z) + MARGIN), z});
    }

    /** Walks in a straight line, looking half ahead and half around. */
    private double walk(Itinerary way, double now, double speed, double[] from, double[] to) {
        double ahead = Math.atan2(to[0] - from[0], Math.abs(to[1] - from[1]) + 0.4);
        boolean back = to[1] > from[1] + 0.8 && random.nextDouble() < 0.6;
        way.turn(now, 0.5, back ? new HeadPose(away(), 0, 0) : glance(0.42 * ahead, 0.25));
        return step(way, now, speed, from, to);
    }

    private static double step(Itinerary way, double now, double speed, double[] from, double[] to) {
        double then = now + Itinerary.STARTING + Math.hypot(to[0] - from[0], to[1] - from[1]) / speed;
        way.place(then, to[0], to[1]);
        return then;
    }

    /** Stands, looking here and there, now and then away from the camera. */
    private double linger(Itinerary way, double now, double seconds, double[] at) {
        double end = now + seconds;
        double t = now;
        while (t < end) {
            boolean away = t > now && random.nextDouble() < 0.16;
            way.turn(t, away ? 0.7 : 0.5, away ? new HeadPose(away(), 0, 0) : glance(0, 0.45));
            t += away ? 1.5 + 2 * random.nextDouble() : 1.5 + 3.5 * random.nextDouble();
        }
        way.place(end, at[0], at[1]);
        return end;
    }

    private double away() {
        return (random.nextBoolean() ? 1 : -1) * (2.5 + 0.6 * random.nextDouble());
    }

    private HeadPose glance(double yaw, double spread) {
        return new HeadPose(
                yaw + (random.nextDouble() * 2 - 1) * spread,
                (random.nextDouble() - 0.4) * 0.28,
                (random.nextDouble() + random.nextDouble() - 1) * 0.16);
    }
}
