/**
 * Trino's data definition language, carried out on an Iceberg catalog: {@link io.crowdlake.lake.ddl.SqlScript} cuts a file into statements,
 * {@link io.crowdlake.lake.ddl.DdlParser} turns each into a {@link io.crowdlake.lake.ddl.LakeChange},
 * {@link io.crowdlake.lake.ddl.ChangeApplier} makes it so.
 */
package io.crowdlake.lake.ddl;
