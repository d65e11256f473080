package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** One device's pictures on their way to the storage, a few at a time. */
final class PictureUploads implements AutoCloseable {

    /** Fewer than the ten that a hub allows a device. */
    private static final int AT_A_TIME = 4;

    private final Supplier<DeviceIdentity> identity;
    private final FileUpload upload;
    private final HubHealth health;
    private final ExecutorService threads;

    /**
     * @param identity who the device is at its hub, for messages
     */
    PictureUploads(String deviceId, Supplier<DeviceIdentity> identity, FileUpload upload, HubHealth health) {
        this.identity = identity;
        this.upload = upload;
        this.health = health;
        threads = Executors.newFixedThreadPool(AT_A_TIME, work -> HubWorker.daemon(work, "upload-" + deviceId));
    }

    /** The message with the address; meanwhile other frames go on. */
    CompletableFuture<CameraFrame> upload(DeviceClient hub, CameraFrame picture) {
        CompletableFuture<CameraFrame> address = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    address.complete(upload.upload(hub, picture));
                    health.uploaded();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    address.completeExceptionally(e);
                } catch (IotHubClientException | IOException | RuntimeException e) {
                    health.uploadFailed(HubTrouble.describeUpload(identity.get(), e));
                    address.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            address.completeExceptionally(e);
        }
        return address;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
