/**
 * Rows of the lake. {@link io.crowdlake.job.lake.LakeTable} says which record becomes which columns, {@link io.crowdlake.job.lake.LakeCatalog}
 * finds the tables, {@link io.crowdlake.job.lake.LakeSinks} appends to them, exactly once with the job's checkpoints.
 */
package io.crowdlake.job.lake;
