package io.crowdlake.device.hub;

/**
 * What a device needs to ask the provisioning service for its hub.
 *
 * @param endpoint host name of the service
 * @param idScope which of its customers the device belongs to
 * @param key derived for this device from the group's, Base64; null for a device with a certificate
 */
record Registration(String endpoint, String idScope, String key) {

    /** The service of Azure's public cloud. */
    static final String AZURE = "global.azure-devices-provisioning.net";

    /** Without the key. */
    @Override
    public String toString() {
        return "Registration[" + idScope + " at " + endpoint + "]";
    }
}
