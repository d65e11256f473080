/** The plain computation over all frames at once, against which the stream is checked: {@link io.crowdlake.counting.batch.BatchCount}. */
package io.crowdlake.counting.batch;
