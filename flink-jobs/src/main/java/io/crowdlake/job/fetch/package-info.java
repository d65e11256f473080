/** Stage {@code fetch}: reads the pictures that cameras have uploaded, from the containers that the operator has listed and from no other place. */
package io.crowdlake.job.fetch;
