package io.crowdlake.hub.identity;

/**
 * Who is connected.
 *
 * @param deviceId as authenticated
 * @param generationId tells a device from an earlier one of the same id
 * @param method how it proved itself
 */
public record Identity(String deviceId, String generationId, AuthenticationType method) {}
