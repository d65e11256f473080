/**
 * {@code ./crowd bench counting}: how far the counts are from the truth. Drawn scenes, of which everything is known, are recorded
 * ({@link io.crowdlake.benchmark.counting.SceneRecorder}), counted as the job counts them, and compared
 * ({@link io.crowdlake.benchmark.counting.CountingBenchmark}).
 */
package io.crowdlake.benchmark.counting;
