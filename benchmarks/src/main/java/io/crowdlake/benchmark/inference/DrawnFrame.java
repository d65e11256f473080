package io.crowdlake.benchmark.inference;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;

/**
 * A frame as a camera sends it, and what is in it.
 *
 * @param jpeg the encoded frame; not copied, so it must not be changed
 * @param faces the boxes of all faces, in pixels
 */
record DrawnFrame(byte[] jpeg, List<FaceBox> faces) {

    DrawnFrame {
        faces = List.copyOf(faces);
    }
}
