/**
 * The built-in analyzer. {@link io.crowdlake.inference.face.FaceAnalyzer} holds the stages; each can be called alone, so that they can
 * be timed and evaluated apart. A {@link io.crowdlake.inference.face.BoxDecoder} for each kind of output reads boxes out of what networks of
 * others give. Native memory is bound to a frame and is free again when the frame is done.
 */
package io.crowdlake.inference.face;
