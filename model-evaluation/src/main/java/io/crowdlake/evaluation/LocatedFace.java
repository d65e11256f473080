package io.crowdlake.evaluation;

import io.crowdlake.inference.face.FaceBox;

/**
 * The face in a picture of one face.
 *
 * @param box where it is, in pixels of the picture; may go beyond its edge
 * @param found how it was found
 */
record LocatedFace(FaceBox box, Found found) {

    enum Found {
        /** The detector is sure of a face. */
        SURELY,
        /** The detector considered a box, but is not sure of it. */
        DOUBTFULLY,
        /** The detector saw nothing: the picture's middle is taken. */
        NOT_AT_ALL
    }
}
