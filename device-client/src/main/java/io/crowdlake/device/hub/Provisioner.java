package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClient;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProvider;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderX509;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Asks the provisioning service, on Azure's SDK, at which hub a new device belongs. */
final class Provisioner {

    private static final int LIMIT_SECONDS = 120;

    private Provisioner() {}

    /**
     * Registers a device.
     *
     * @param tls trusts the service, and shows the device's certificate where it has one
     * @return who the device is at the hub that it was given
     */
    static DeviceIdentity register(DeviceIdentity device, HubProtocol protocol, SSLContext tls)
            throws ProvisioningDeviceClientException, InterruptedException {
        Registration registration = device.registration();
        ProvisioningDeviceClient client = ProvisioningDeviceClient.create(
                registration.endpoint(),
                registration.idScope(),
                protocol.atProvisioning(),
                device.usesCertificate() ? new Certificate(device.deviceId(), tls) : key(device, tls));
        try {
            ProvisioningDeviceClientRegistrationResult result = client.registerDeviceSync(LIMIT_SECONDS);
            if (result.getProvisioningDeviceClientStatus()
                    != ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED) {
                throw new ProvisioningDeviceClientException(
                        "the registration is " + result.getProvisioningDeviceClientStatus());
            }
            return device.at(result.getIothubUri(), result.getDeviceId());
        } finally {
            client.close();
        }
    }

    private static SecurityProvider key(DeviceIdentity device, SSLContext tls) {
        byte[] key = device.registration().key().getBytes(StandardCharsets.UTF_8);
        return new SecurityProviderSymmetricKey(key, device.deviceId()) {
            @Override
            public SSLContext getSSLContext() {
                return tls;
            }
        };
    }

    /** Only what the SDK asks for when it is given TLS ready-made. */
    private static final class Certificate extends SecurityProviderX509 {

        private final String commonName;
        private final SSLContext tls;

        Certificate(String commonName, SSLContext tls) {
            this.commonName = commonName;
            this.tls = tls;
        }

        @Override
        public SSLContext getSSLContext() {
            return tls;
        }

        @Override
        public String getClientCertificateCommonName() {
            return commonName;
        }

        @Override
        public X509Certificate getClientCertificate() {
            return null;
        }

        @Override
        public Key getClientPrivateKey() {
            return null;
        }

        @Override
        public Collection<X509Certificate> getIntermediateCertificatesChain() {
            return List.of();
        }
    }
}
