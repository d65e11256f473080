/** Additive counts of one camera's crowd by window: {@link io.crowdlake.counting.window.WindowAggregate}. */
package io.crowdlake.counting.window;
