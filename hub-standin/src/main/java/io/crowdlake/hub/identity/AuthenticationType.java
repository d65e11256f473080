package io.crowdlake.hub.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a device proves who it is, with the names of the hub's service interface. */
public enum AuthenticationType {
    /** By a token that it signs with its key. */
    SAS("sas"),
    /** By a certificate whose fingerprint is registered. */
    SELF_SIGNED("selfSigned"),
    /** By a certificate of a known authority whose common name is the device id. */
    CERTIFICATE_AUTHORITY("certificateAuthority");

    private final String label;

    AuthenticationType(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** As the hub names it in its system properties. */
    public String inSystemProperties() {
        return this == SAS ? "sas" : "x509";
    }
}
