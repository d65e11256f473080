package io.crowdlake.hub;

import io.crowdlake.hub.identity.DeviceKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hub's own keys, made at the first start, each in a file that only its owner can read. */
final class KeyFiles {

    /** Of the policy {@code iothubowner}: whoever has it runs the fleet. */
    static final String SERVICE = "service-key";

    /** Of the enrolment group: whoever has it makes keys of devices. */
    static final String GROUP = "group-key";

    /** Of the blob storage: whoever has it may write any blob. */
    static final String STORAGE = "storage-key";

    private KeyFiles() {}

    static String ensure(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            PrivateFile.write(file, DeviceKeys.random());
        }
        return Files.readString(file).strip();
    }
}
