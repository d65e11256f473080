/** MQTT 3.1.1 over TLS, without any knowledge of what a topic means. */
package io.crowdlake.hub.mqtt;
