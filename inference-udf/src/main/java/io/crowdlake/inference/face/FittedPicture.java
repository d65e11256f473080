package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.ChannelOrder;
import io.crowdlake.inference.bundle.DetectorInput;
import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.image.BgrImage;

/**
 * A picture as large as the detector takes it, and the way back. It begins at the top left; what is filled up to the right and below has the
 * network's mean colour.
 *
 * @param image what the detector gets
 * @param width of the picture within it
 * @param height of the picture within it
 * @param scaleX pixels of the original for each of its own, along a row
 * @param scaleY the same down a column
 */
record FittedPicture(BgrImage image, int width, int height, double scaleX, double scaleY) {

    static FittedPicture of(BgrImage original, DetectorSettings settings) {
        DetectorInput input = settings.input();
        BgrImage fitted = input.isFixed()
                ? original.fittedInto(input.width(), input.height())
                : original.limitedTo(settings.maxSide());
        int width = input.isFixed() ? input.width() : filled(fitted.width(), input.multipleOf());
        int height = input.isFixed() ? input.height() : filled(fitted.height(), input.multipleOf());
        return new FittedPicture(
                fitted.extendedTo(width, height, meanColour(input)),
                fitted.width(),
                fitted.height(),
                (double) original.width() / fitted.width(),
                (double) original.height() / fitted.height());
    }

    /** The part of a box that lies within the picture; NaN stays NaN. */
    FaceBox clipped(FaceBox box) {
        return new FaceBox(
                Math.max(0, box.left()),
                Math.max(0, box.top()),
                Math.min(width, box.right()),
                Math.min(height, box.bottom()),
                Math.min(1, box.score()));
    }

    /** The same box in pixels of the original. */
    FaceBox toOriginal(FaceBox box) {
        return new FaceBox(
                box.left() * scaleX, box.top() * scaleY, box.right() * scaleX, box.bottom() * scaleY, box.score());
    }

    private static int filled(int length, int multipleOf) {
        return (length + multipleOf - 1) / multipleOf * multipleOf;
    }

    private static int[] meanColour(DetectorInput input) {
        int[] bgr = new int[3];
        for (int channel = 0; channel < 3; channel++) {
            double mean = Math.max(0, Math.min(255, input.mean().get(channel)));
            bgr[input.channels() == ChannelOrder.BGR ? channel : 2 - channel] = (int) Math.rint(mean);
        }
        return bgr;
    }
}
