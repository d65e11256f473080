/** Keyed state as the operators use it. */
package io.crowdlake.job.state;
