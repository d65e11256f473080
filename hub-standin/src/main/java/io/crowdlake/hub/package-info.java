/**
 * A hub on this machine in the place of Azure IoT Hub: devices connect to it over MQTT and HTTPS, each with its own identity, and what they send
 * goes to Kafka with the headers that the hub's endpoint gives it.
 */
package io.crowdlake.hub;
