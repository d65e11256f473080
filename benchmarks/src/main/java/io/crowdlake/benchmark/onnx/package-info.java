/** Networks of others on onnxruntime, which is fetched by whoever compares with them and is no dependency of ours. */
package io.crowdlake.benchmark.onnx;
