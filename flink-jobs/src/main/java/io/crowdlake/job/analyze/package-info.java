/** Stage {@code analyze}: frames go through the async function of the inference module; what it gives up leaves by the side. */
package io.crowdlake.job.analyze;
