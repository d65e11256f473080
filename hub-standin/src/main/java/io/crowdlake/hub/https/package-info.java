/** HTTPS for devices: requests, and the WebSocket that one of them may become. */
package io.crowdlake.hub.https;
