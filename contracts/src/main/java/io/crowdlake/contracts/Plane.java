package io.crowdlake.contracts;

/** Geometry of points in a frame. Y grows downwards, so what is on the left of a way in mathematics is on its right here. */
final class Plane {

    private Plane() {}

    /** Twice the area of the triangle; its sign tells on which side of the line through a and b the point c lies, 0 for on it. */
    static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    /** Whether the two stretches have a point in common. */
    static boolean meet(Point a, Point b, Point c, Point d) {
        double abc = Math.signum(turn(a, b, c));
        double abd = Math.signum(turn(a, b, d));
        double cda = Math.signum(turn(c, d, a));
        double cdb = Math.signum(turn(c, d, b));
        if (abc != abd && cda != cdb) {
            return true;
        }
        return abc == 0 && within(a, b, c)
                || abd == 0 && within(a, b, d)
                || cda == 0 && within(c, d, a)
                || cdb == 0 && within(c, d, b);
    }

    /**
     * Distance of a point from the stretch between a and b.
     *
     * @param unitX what counts as 1 across, as a fraction of the frame's width
     * @param unitY what counts as 1 down, as a fraction of the frame's height
     */
    static double distance(Point a, Point b, Point point, double unitX, double unitY) {
        double alongX = (b.x() - a.x()) / unitX;
        double alongY = (b.y() - a.y()) / unitY;
        double toX = (point.x() - a.x()) / unitX;
        double toY = (point.y() - a.y()) / unitY;
        double length = alongX * alongX + alongY * alongY;
        double part = length == 0 ? 0 : Math.max(0, Math.min(1, (alongX * toX + alongY * toY) / length));
        return Math.hypot(toX - part * alongX, toY - part * alongY);
    }

    /** Whether a point on the line through a and b lies between them. */
    private static boolean within(Point a, Point b, Point point) {
        return Math.min(a.x(), b.x()) <= point.x()
                && point.x() <= Math.max(a.x(), b.x())
                && Math.min(a.y(), b.y()) <= point.y()
                && point.y() <= Math.max(a.y(), b.y());
    }
}
