/** What a camera can see through: folders, videos and devices, drawn scenes. */
package io.crowdlake.device.source;
