/** Analysis where the picture was taken: only what was seen leaves the site. */
package io.crowdlake.device.edge;
