/** Ways for a frame to leave the camera. */
package io.crowdlake.device.hub;
