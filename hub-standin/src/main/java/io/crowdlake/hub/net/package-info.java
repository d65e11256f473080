/** Connections over TLS, whatever they speak. */
package io.crowdlake.hub.net;
