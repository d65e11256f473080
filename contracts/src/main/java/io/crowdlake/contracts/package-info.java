/**
 * The records that cross a boundary between parts of Crowdlake: camera to hub, hub to job, stage to stage, job to topic and table.
 *
 * <p>Every record checks its own units and ranges when it is built, so a value that exists is a value that is right.
 * All instants are UTC; all boxes are fractions of the frame, 0..1, origin at the top left.
 */
package io.crowdlake.contracts;
