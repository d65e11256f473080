/**
 * The command line {@code ./crowd}, and the embedded default of every part.
 *
 * <p>{@code command} reads options and prints; {@code up} starts, watches and stops the whole stack; {@code part} knows one program
 * each (broker, catalog, cluster, query engine, cameras); {@code process} starts and ends operating-system processes; {@code data} is
 * the data folder; {@code query} asks the lake.
 */
package io.crowdlake.stack;
