/** What is known of one visit: its id, and the vote over its faces. */
package io.crowdlake.counting.visit;
