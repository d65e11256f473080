/**
 * What looks at frames: the service interface by which analyzers are found, and in the packages below, the built-in one for faces.
 *
 * <pre>
 * image    a JPEG from a camera becomes pixels, or a reason why not
 * bundle   a model bundle is read and checked, wherever it lies
 * face     detect, crop, describe: the two networks of a bundle on DJL's PyTorch engine
 * seal     embeddings are encrypted where they are made
 * flink    the async stage of a stream job and the function of a SQL job
 * </pre>
 *
 * <p>Only {@code flink} needs Flink on the class path.
 */
package io.crowdlake.inference;
