package io.crowdlake.inference.image;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds a place beside a box for its label that hides as little as possible of other boxes and labels. */
final class LabelPlacement {

    private final Rectangle picture;
    private final List<Rectangle> occupied;

    LabelPlacement(int width, int height, List<Rectangle> boxes) {
        this.picture = new Rectangle(width, height);
        this.occupied = new ArrayList<>(boxes);
    }

    /** The top left of a label, which counts as occupied from then on. Above is preferred, then below, right, left and inside. */
    Rectangle place(Rectangle box, int width, int height) {
        Rectangle best = Stream.of(
                        new Rectangle(box.x, box.y - height, width, height),
                        new Rectangle(box.x, box.y + box.height, width, height),
                        new Rectangle(box.x + box.width, box.y, width, height),
                        new Rectangle(box.x - width, box.y, width, height),
                        new Rectangle(box.x, box.y, width, height))
                .map(this::inside)
                .min(Comparator.comparingLong(this::hidden))
                .orElseThrow();
        occupied.add(best);
        return best;
    }

    private Rectangle inside(Rectangle label) {
        int x = Math.max(0, Math.min(label.x, picture.width - label.width));
        int y = Math.max(0, Math.min(label.y, picture.height - label.height));
        return new Rectangle(x, y, label.width, label.height);
    }

    private long hidden(Rectangle label) {
        long area = 0;
        for (Rectangle other : occupied) {
            Rectangle shared = label.intersection(other);
            area += shared.isEmpty() ? 0 : (long) shared.width * shared.height;
        }
        return area;
    }
}
