/** Starts benchmarks and prints what they measured. */
package io.crowdlake.stack.bench;
