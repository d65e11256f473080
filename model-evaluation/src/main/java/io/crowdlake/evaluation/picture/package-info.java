/** Files become pictures in memory, as the analyzer takes them. */
package io.crowdlake.evaluation.picture;
