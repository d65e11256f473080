/**
 * Where one person goes: over which lines, into which zones, in which direction. {@link io.crowdlake.counting.place.Whereabouts} follows the
 * middle of the face, {@link io.crowdlake.counting.place.Movement} is what one sight brought to light.
 */
package io.crowdlake.counting.place;
