/** Analyzers in Flink jobs: {@link io.crowdlake.inference.flink.AnalyzeFunction} for streams, a function for SQL, bundles on Flink's file systems. */
package io.crowdlake.inference.flink;
