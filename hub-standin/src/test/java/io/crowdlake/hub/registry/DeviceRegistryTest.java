package io.crowdlake.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRegistryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everythingOfADeviceSurvivesARestart() throws IOException {
        DeviceRegistry registry = DeviceRegistry.open(folder);
        registry.add(Device.enrolled("door", Authentication.sas(), NOW));
        ObjectMapper json = new ObjectMapper();
        registry.update("door", device -> device.withTags(
                        json.createObjectNode().put("site", "Lyon"))
                .withDesired(device.desired().patched(json.createObjectNode().put("quality", 80), NOW))
                .withReported(device.reported().patched(json.createObjectNode().put("quality", 70), NOW))
                .withSubscription("$iothub/twin/res/#")
                .withWaiting(List.of(new CloudMessage("m", Map.of("a", "b"), new byte[] {1}))));

        Device before = registry.find("door").orElseThrow();
        Device after = DeviceRegistry.open(folder).find("door").orElseThrow();
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        assertThat(after.desired().version()).isEqualTo(2);
        assertThat(after.generationId()).isEqualTo(before.generationId());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "A", "a", "a%2Fb", "*:?!(),=@$'", "-_#"})
    void anyIdOfTheHubHasAFileOfItsOwn(String deviceId) throws IOException {
        DeviceRegistry registry = DeviceRegistry.open(folder);
        registry.add(Device.enrolled(deviceId, Authentication.sas(), NOW));
        assertThat(DeviceRegistry.open(folder).find(deviceId)).isPresent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(registry.remove(deviceId)).isTrue();
        assertThat(registry.remove(deviceId)).isFalse();
        assertThat(DeviceRegistry.open(folder).all()).isEmpty();
    }

    @Test
    void keysAreForTheirOwnerOnly() throws IOException {
        DeviceRegistry.open(folder.resolve("devices")).add(Device.enrolled("door", Authentication.sas(), NOW));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("devices"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("devices/door.json"))))
                .isEqualTo("rw-------");
        assertThat(Authentication.sas().toString()).isEqualTo("Authentication[sas]");
    }

    @Test
    void aDeviceIsNotAddedTwice() throws IOException {
        DeviceRegistry registry = DeviceRegistry.open(folder);
        Device first = Device.enrolled("door", Authentication.sas(), NOW);
        assertThat(registry.add(first)).isEmpty();
        assertThat(registry.add(Device.enrolled("door", Authentication.sas(), NOW)))
                .contains(first);
        assertThat(registry.find("door")).contains(first);
    }

    @Test
    void aDeviceThatCannotBeDescribed() {
        assertThatThrownBy(() -> Device.enrolled("a/b", Authentication.sas(), NOW))
                .hasMessageContaining("device id is 'a/b', must have 1 to 128 letters");
        assertThatThrownBy(() -> Authentication.sas("no base64!")).hasMessage("a symmetricKey must be Base64");
    }
}
