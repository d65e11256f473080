package io.crowdlake.hub.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crowdlake.hub.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All devices: in memory, and each in a JSON file that is replaced with every change. Safe for many threads. */
public final class DeviceRegistry {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final ConcurrentMap<String, Device> devices = new ConcurrentHashMap<>();

    private DeviceRegistry(Path folder) {
        this.folder = folder;
    }

    /** Reads the devices of a folder, which is created where it is missing. */
    public static DeviceRegistry open(Path folder) throws IOException {
        PrivateFile.folder(folder);
        DeviceRegistry registry = new DeviceRegistry(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                Device device = JSON.readValue(file.toFile(), Device.class);
                registry.devices.put(device.deviceId(), device);
            }
        }
        return registry;
    }

    public Optional<Device> find(String deviceId) {
        return Optional.ofNullable(devices.get(deviceId));
    }

    /** All, by their ids. */
    public List<Device> all() {
        return devices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Adds a device; an earlier one of the same id is returned and stays as it is. */
    public Optional<Device> add(Device device) {
        Device[] earlier = new Device[1];
        devices.compute(device.deviceId(), (id, before) -> {
            earlier[0] = before;
            return before == null ? stored(device) : before;
        });
        return Optional.ofNullable(earlier[0]);
    }

    /** Changes a device, one change after another; empty when there is none of that id. */
    public Optional<Device> update(String deviceId, UnaryOperator<Device> change) {
        return Optional.ofNullable(devices.computeIfPresent(deviceId, (id, before) -> stored(change.apply(before))));
    }

    /** Whether there was one. */
    public boolean remove(String deviceId) {
        boolean[] removed = new boolean[1];
        devices.computeIfPresent(deviceId, (id, before) -> {
            delete(file(id));
            removed[0] = true;
            return null;
        });
        return removed[0];
    }

    private Device stored(Device device) {
        Path file = file(device.deviceId());
        try {
            PrivateFile.write(file, JSON.writeValueAsBytes(device));
            return device;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** An id may have characters that a file name may not. */
    private Path file(String deviceId) {
        return folder.resolve(
                URLEncoder.encode(deviceId, StandardCharsets.UTF_8).replace("*", "%2A") + ".json");
    }
}
