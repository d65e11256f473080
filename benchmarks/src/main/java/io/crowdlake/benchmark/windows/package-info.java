/**
 * {@code ./crowd bench windows}: how many analyses a core counts in a second, through the job's own operators. It runs in a JVM with Flink and the
 * job on its class path, which no other benchmark needs.
 */
package io.crowdlake.benchmark.windows;
