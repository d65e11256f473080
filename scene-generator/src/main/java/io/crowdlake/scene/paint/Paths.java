package io.crowdlake.scene.paint;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Short forms for curves. */
final class Paths {

    private Paths() {}

    /** A curve through one control point. */
    static Path2D curve(double x1, double y1, double controlX, double controlY, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.quadTo(controlX, controlY, x2, y2);
        return path;
    }

    static Ellipse2D oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** A closed polygon from x, y pairs. */
    static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
