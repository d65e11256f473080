/** Cameras: where their frames come from, when each is due, and the program that runs many of them. */
package io.crowdlake.device;
