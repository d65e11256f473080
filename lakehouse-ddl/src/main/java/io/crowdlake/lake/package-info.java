/**
 * The tables and views of the lake as SQL files, and what brings them into a catalog.
 *
 * <p>{@link io.crowdlake.lake.Migrator} applies the numbered migrations under {@code migrations/} to an Iceberg catalog;
 * {@link io.crowdlake.lake.Views} sends the repeatable files under {@code views/} to Trino. Both sets are written in Trino's dialect, so any
 * file can be pasted into a Trino shell. Everything that a person can put right is a {@link io.crowdlake.lake.LakeException} of one line.
 */
package io.crowdlake.lake;
