package io.crowdlake.evaluation;

import io.crowdlake.evaluation.picture.EdgePadding;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A picture of one face, often cut so close that a detector, which knows faces within scenes, would miss it. So it gets a margin first, a
 * quarter of its size on each side.
 */
final class TightCrop {

    private static final int MARGIN_PARTS = 4;

    private final BgrImage picture;
    private final int columns;
    private final int rows;

    TightCrop(BgrImage picture) {
        this.picture = picture;
        this.columns = picture.width() / MARGIN_PARTS;
        this.rows = picture.height() / MARGIN_PARTS;
    }

    /** The picture with its margin. */
    BgrImage padded() {
        return EdgePadding.around(picture, columns, rows);
    }

    /**
     * Chooses the sure face nearest to the middle; where none is sure enough, the middle of the picture.
     *
     * @param candidates boxes in pixels of the padded picture
     * @param scoreThreshold a box from this score up is a face
     * @param cropScale side of the square that is cut out later, in longer sides of the box
     */
    LocatedFace locate(List<FaceBox> candidates, double scoreThreshold, double cropScale) {
        Optional<FaceBox> nearest = candidates.stream()
                .filter(box -> box.score() >= scoreThreshold)
                .min(Comparator.comparingDouble(this::fromMiddle));
        if (nearest.isPresent()) {
            return new LocatedFace(unpadded(nearest.get()), LocatedFace.Found.SURELY);
        }
        // a doubtful box fits worse than the middle of a picture that somebody cut out around a face
        return new LocatedFace(
                middle(cropScale), candidates.isEmpty() ? LocatedFace.Found.NOT_AT_ALL : LocatedFace.Found.DOUBTFULLY);
    }

    private double fromMiddle(FaceBox box) {
        return Math.hypot(
                box.centerX() - columns - picture.width() / 2.0, box.centerY() - rows - picture.height() / 2.0);
    }

    private FaceBox unpadded(FaceBox box) {
        return new FaceBox(
                box.left() - columns, box.top() - rows, box.right() - columns, box.bottom() - rows, box.score());
    }

    /** A box whose crop is the middle square of the picture. */
    private FaceBox middle(double cropScale) {
        double half = Math.min(picture.width(), picture.height()) / cropScale / 2;
        double x = picture.width() / 2.0;
        double y = picture.height() / 2.0;
        return new FaceBox(x - half, y - half, x + half, y + half, 0);
    }
}
