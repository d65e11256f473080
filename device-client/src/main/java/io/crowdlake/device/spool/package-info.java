/** Frames that wait for the hub on the camera's own disk. */
package io.crowdlake.device.spool;
