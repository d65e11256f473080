/** What the hub does for a device: takes its messages, keeps its twin, calls its methods, sends it messages. */
package io.crowdlake.hub.device;
