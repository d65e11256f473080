/** What devices send, on its way to Kafka. */
package io.crowdlake.hub.telemetry;
