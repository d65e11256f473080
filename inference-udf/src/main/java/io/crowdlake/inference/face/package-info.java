/**
 * The built-in analyzer. {@link io.crowdlake.inference.face.FaceAnalyzer} holds the four stages; each can be called alone, so that they can
 * be timed and evaluated apart. Native memory is bound to a frame and is free again when the frame is done.
 */
package io.crowdlake.inference.face;
