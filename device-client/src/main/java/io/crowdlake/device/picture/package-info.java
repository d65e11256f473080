/** From what a source shows to the picture that leaves the camera: cut, held back, scaled, encoded. */
package io.crowdlake.device.picture;
