package io.crowdlake.device.hub;

import java.util.List;

/** Where the frames of all cameras of a program go. */
public interface CameraHub extends AutoCloseable {

    /**
     * The ids under which the hub knows the cameras.
     *
     * @param proposed made of the names of their sources
     * @throws HubException with one line when the hub does not know so many, or not these
     */
    default List<String> deviceIds(List<String> proposed) throws HubException {
        return proposed;
    }

    /**
     * Opens the way for one camera; called once for each.
     *
     * @param control what the hub may do with the camera
     * @throws HubException with one line when something given for it is wrong
     */
    FramePublisher publisher(String deviceId, DeviceControl control) throws HubException;

    /** Sends what is on its way and releases all connections. */
    @Override
    void close();
}
