/** Draws people and places with Java2D. */
package io.crowdlake.scene.paint;
