/**
 * Keeps embeddings from everybody without the key: {@link io.crowdlake.inference.seal.EmbeddingSealer} encrypts each where it is made, so that
 * whatever holds one after that, Flink's buffers, state, checkpoints and savepoints included, holds none in clear.
 */
package io.crowdlake.inference.seal;
