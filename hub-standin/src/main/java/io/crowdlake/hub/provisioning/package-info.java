/** The provisioning service, which tells a new device its hub. */
package io.crowdlake.hub.provisioning;
