package io.crowdlake.evaluation.report;

/**
 * How fast it was, for information only.
 *
 * @param cpuSeconds time of one processor core
 * @param perCpuSecond pictures or frames in a second of it; null where the machine does not tell
 */
public record Speed(double cpuSeconds, Double perCpuSecond) {}
