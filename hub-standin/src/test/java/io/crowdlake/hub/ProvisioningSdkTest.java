package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClient;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientTransportProtocol;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProvider;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderX509;
import io.crowdlake.hub.certificate.CertificateAuthority;
import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.hub.provisioning.Provisioning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Azure's own provisioning SDK, unchanged: devices with a key of the group or a certificate of the authority learn their hub, others do not. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ProvisioningSdkTest {

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvisioningDeviceClientTransportProtocol.class,
            names = {"MQTT", "MQTT_WS", "HTTPS"})
    void aNewDeviceOfTheGroupLearnsItsHub(ProvisioningDeviceClientTransportProtocol protocol) throws Exception {
        hub.httpsPort();
        String key = hub.hub().derivedKey("yard");
        assertAssigned("yard", register(key("yard", key), protocol));
        assertSends("yard", ";SharedAccessKey=" + key, hub.trust());
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvisioningDeviceClientTransportProtocol.class,
            names = {"MQTT", "MQTT_WS", "HTTPS"})
    void aNewDeviceWithACertificateLearnsItsHub(ProvisioningDeviceClientTransportProtocol protocol) throws Exception {
        hub.httpsPort();
        Credential gate = hub.hub().certificates().authority().issueDevice("gate");
        assertAssigned("gate", register(certificate("gate", gate), protocol));
        assertThat(hub.hub()
                        .devices()
                        .registry()
                        .find("gate")
                        .orElseThrow()
                        .authentication()
                        .type())
                .isEqualTo(AuthenticationType.CERTIFICATE_AUTHORITY);
        assertSends("gate", ";x509=true", hub.trustShowing(gate));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvisioningDeviceClientTransportProtocol.class,
            names = {"MQTT", "HTTPS"})
    void aStrangerIsNotRegistered(ProvisioningDeviceClientTransportProtocol protocol) throws Exception {
        hub.httpsPort();
        String anothersKey = hub.hub().derivedKey("yard");
        assertThatThrownBy(() -> register(key("gate", anothersKey), protocol)).isInstanceOf(Exception.class);

        Credential anothers = hub.hub().certificates().authority().issueDevice("yard");
        Credential foreign = CertificateAuthority.create("somebody").issueDevice("gate");
        for (Credential shown : List.of(anothers, foreign)) {
            assertThatThrownBy(() -> register(certificate("gate", shown), protocol))
                    .isInstanceOf(Exception.class);
        }
        assertThat(hub.hub().devices().registry().find("gate")).isEmpty();
    }

    private void assertAssigned(String deviceId, ProvisioningDeviceClientRegistrationResult result) {
        assertThat(result.getProvisioningDeviceClientStatus())
                .isEqualTo(ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED);
        assertThat(result.getIothubUri()).isEqualTo(hub.address());
        assertThat(result.getDeviceId()).isEqualTo(deviceId);
    }

    private void assertSends(String deviceId, String proof, SSLContext tls) throws Exception {
        DeviceClient device = new DeviceClient(
                "HostName=" + hub.address() + ";DeviceId=" + deviceId + proof,
                IotHubClientProtocol.MQTT,
                ClientOptions.builder().sslContext(tls).build());
        device.open(false);
        device.sendEvent(new Message(new byte[] {1}));
        device.close();
        assertThat(hub.messages.get(0).sender().deviceId()).isEqualTo(deviceId);
    }

    private ProvisioningDeviceClientRegistrationResult register(
            SecurityProvider security, ProvisioningDeviceClientTransportProtocol protocol) throws Exception {
        ProvisioningDeviceClient provisioning =
                ProvisioningDeviceClient.create(hub.address(), Provisioning.ID_SCOPE, protocol, security);
        try {
            return provisioning.registerDeviceSync(90);
        } finally {
            provisioning.close();
        }
    }

    private SecurityProvider key(String registrationId, String key) throws IOException {
        SSLContext trust = hub.trust();
        return new SecurityProviderSymmetricKey(key.getBytes(StandardCharsets.UTF_8), registrationId) {
            @Override
            public SSLContext getSSLContext() {
                return trust;
            }
        };
    }

    private SecurityProvider certificate(String registrationId, Credential shown) throws IOException {
        SSLContext tls = hub.trustShowing(shown);
        return new SecurityProviderX509() {
            @Override
            public SSLContext getSSLContext() {
                return tls;
            }

            @Override
            public String getClientCertificateCommonName() {
                return registrationId;
            }

            @Override
            public X509Certificate getClientCertificate() {
                return shown.certificate();
            }

            @Override
            public Key getClientPrivateKey() {
                return shown.key();
            }

            @Override
            public Collection<X509Certificate> getIntermediateCertificatesChain() {
                return List.of();
            }
        };
    }
}
