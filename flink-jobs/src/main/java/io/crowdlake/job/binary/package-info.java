/**
 * The binary forms of the records that every frame goes through: what is sent to {@code track}, and what {@code track} and {@code aggregate} keep. Flink's
 * serializer for records works by reflection and takes several times as long; everything that is rarely written is left to it.
 */
package io.crowdlake.job.binary;
