/**
 * How fast it is. Each benchmark is a main that runs in a JVM of its own, takes its settings as one JSON argument, tells of its progress
 * on standard error and prints its report as JSON on standard output.
 *
 * <pre>
 * inference   frames analysed per second of a core, stage by stage
 * onnx        what that is compared with: other networks on onnxruntime
 * </pre>
 */
package io.crowdlake.benchmark;
