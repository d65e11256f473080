package io.crowdlake.device.hub;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong on the way of one device to its hub, told once for each change. Safe for many threads. */
final class HubHealth {

    private static final Logger LOG = LoggerFactory.getLogger(HubHealth.class);

    private final String deviceId;
    private volatile String connection;
    private volatile String upload;

    HubHealth(String deviceId) {
        this.deviceId = deviceId;
    }

    /** In one line; empty while all is well. */
    Optional<String> trouble() {
        return Optional.ofNullable(connection).or(() -> Optional.ofNullable(upload));
    }

    /** Of the connection alone. */
    boolean isConnected() {
        return connection == null;
    }

    void connectionFailed(String words) {
        tell(words, connection);
        connection = words;
    }

    void connected() {
        connection = null;
    }

    void uploadFailed(String words) {
        tell(words, upload);
        upload = words;
    }

    void uploaded() {
        upload = null;
    }

    private void tell(String words, String before) {
        if (!words.equals(before)) {
            LOG.warn("{}: {}; trying again", deviceId, words);
        }
    }
}
