package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.scene.FrameTruth;
import java.util.List;

/**
 * A frame of a scene: what was in it, and what was seen in it.
 *
 * @param truth what was in it
 * @param detected what the model found; null where it was not asked
 */
record RecordedFrame(FrameTruth truth, List<DetectedFace> detected) {}
