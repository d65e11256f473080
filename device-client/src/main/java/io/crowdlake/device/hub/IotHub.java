package io.crowdlake.device.hub;

import io.crowdlake.device.spool.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Azure IoT hub, or what stands in for one: each camera signs in as itself. */
public final class IotHub implements CameraHub {

    private final IotHubSettings settings;
    private final Clock clock;
    private final Map<String, DeviceIdentity> identities = new LinkedHashMap<>();
    private final List<FramePublisher> publishers = new ArrayList<>();

    public IotHub(IotHubSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<String> deviceIds(List<String> proposed) throws HubException {
        if (Files.isDirectory(settings.identities())) {
            for (String deviceId : proposed) {
                identities.put(deviceId, inFolder(deviceId));
            }
            return List.copyOf(identities.keySet());
        }
        Map<String, String> fields = DeviceIdentity.fields(settings.identities());
        if (EnrolmentGroup.isGroup(fields)) {
            EnrolmentGroup group = EnrolmentGroup.of(fields, settings.identities());
            for (String deviceId : proposed) {
                identities.put(deviceId, group.device(deviceId));
            }
        } else if (proposed.size() == 1) {
            DeviceIdentity only = DeviceIdentity.read(settings.identities(), clock);
            identities.put(only.deviceId(), only);
        } else {
            throw new HubException("--hub: " + settings.identities() + " is the file of one camera, there are "
                    + proposed.size() + ": give a folder with a file for each");
        }
        return List.copyOf(identities.keySet());
    }

    private DeviceIdentity inFolder(String deviceId) throws HubException {
        Path file = settings.identities().resolve(deviceId);
        if (!Files.exists(file)) {
            throw new HubException("--hub: " + settings.identities() + " has no file " + deviceId
                    + ": register that camera at the hub and write its connection string there");
        }
        DeviceIdentity identity = DeviceIdentity.read(file, clock);
        if (!identity.deviceId().equals(deviceId)) {
            throw new HubException("--hub: " + file + " holds the connection string of " + identity.deviceId()
                    + ": write the one of " + deviceId + " there");
        }
        return identity;
    }

    @Override
    public FramePublisher publisher(String deviceId, DeviceControl control) throws HubException {
        Spool spool = settings.spool() == null ? null : spool(deviceId);
        try {
            FramePublisher direct = IotHubPublisher.start(
                    identities.get(deviceId), settings.protocol(), settings.tls(), control, clock);
            FramePublisher publisher = spool == null ? direct : new SpoolingPublisher(deviceId, spool, direct);
            publishers.add(publisher);
            return publisher;
        } catch (HubException e) {
            release(spool);
            throw e;
        }
    }

    private Spool spool(String deviceId) throws HubException {
        Path folder = settings.spool().resolve(deviceId);
        try {
            return Spool.open(deviceId, folder, settings.limits(), clock);
        } catch (IOException e) {
            throw new HubException(
                    "--spool-dir: " + folder + " cannot be used (" + e.getMessage()
                            + "): check its permissions, or choose another folder",
                    e);
        }
    }

    private static void release(Spool spool) throws HubException {
        try {
            if (spool != null) {
                spool.close();
            }
        } catch (IOException e) {
            throw new HubException("--spool-dir: " + e.getMessage(), e);
        }
    }

    /** All at once, since each may wait a while for its last frames. */
    @Override
    public void close() {
        publishers.parallelStream().forEach(FramePublisher::close);
    }
}
