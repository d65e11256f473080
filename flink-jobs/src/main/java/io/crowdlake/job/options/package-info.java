/**
 * What can be set, in three parts with one task each: {@link io.crowdlake.job.options.JobOptions} lists the options,
 * {@link io.crowdlake.job.options.JobArguments} reads them, {@link io.crowdlake.job.options.JobConf} hands them out by type.
 */
package io.crowdlake.job.options;
