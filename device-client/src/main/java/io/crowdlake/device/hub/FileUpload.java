package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.FileUploadCompletionNotification;
import com.microsoft.azure.sdk.iot.device.FileUploadSasUriRequest;
import com.microsoft.azure.sdk.iot.device.FileUploadSasUriResponse;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Puts pictures into the hub's blob storage.
 *
 * <pre>
 * hub: where may I? ─► storage: the picture ─► hub: it is there ─► a message with its address
 * </pre>
 *
 * <p>The permission to write stays here: the message has the address alone. Blocks; safe for many threads.
 */
final class FileUpload {

    /** Media type of a message that only says where its picture is. */
    static final String ADDRESS = "text/uri-list";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PUT_TIMEOUT = Duration.ofSeconds(60);
    private static final int CREATED = 201;

    private final SSLContext tls;
    private HttpClient storage;

    /**
     * @param tls what is trusted
     */
    FileUpload(SSLContext tls) {
        this.tls = tls;
    }

    /** Made when it is first needed, since most cameras never do. */
    private synchronized HttpClient storage() {
        if (storage == null) {
            storage = HttpClient.newBuilder()
                    .sslContext(tls)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
        return storage;
    }

    /** The message to send in the place of the picture; the same one again when it is tried again. */
    CameraFrame upload(DeviceClient hub, CameraFrame picture)
            throws IotHubClientException, IOException, InterruptedException {
        FileUploadSasUriResponse place = hub.getFileUploadSasUri(
                new FileUploadSasUriRequest(picture.bootId() + "/" + picture.sequence() + ".jpg"));
        try {
            put(place.getBlobUri(), picture);
        } catch (URISyntaxException e) {
            throw new IOException("the hub names a place that is no address", e);
        } catch (IOException e) {
            giveUp(hub, place, e);
            throw e;
        }
        hub.completeFileUpload(new FileUploadCompletionNotification(place.getCorrelationId(), true));
        String address = "https://" + place.getHostName() + "/" + place.getContainerName() + "/" + place.getBlobName();
        return picture.withPayload(ADDRESS, address.getBytes(StandardCharsets.UTF_8));
    }

    /** A hub keeps only so many uploads open for a device. */
    private static void giveUp(DeviceClient hub, FileUploadSasUriResponse place, IOException reason) {
        try {
            hub.completeFileUpload(new FileUploadCompletionNotification(place.getCorrelationId(), false));
        } catch (IotHubClientException | IllegalStateException e) {
            reason.addSuppressed(e);
        }
    }

    private void put(URI address, CameraFrame picture) throws IOException, InterruptedException {
        HttpResponse<Void> answer = storage()
                .send(
                        HttpRequest.newBuilder(address)
                                .timeout(PUT_TIMEOUT)
                                .header("x-ms-blob-type", "BlockBlob")
                                .header("x-ms-version", "2021-12-02")
                                .header("Content-Type", picture.contentType())
                                .PUT(BodyPublishers.ofByteArray(picture.payload()))
                                .build(),
                        BodyHandlers.discarding());
        if (answer.statusCode() != CREATED) {
            throw new IOException("the storage at " + address.getHost() + " answers " + answer.statusCode());
        }
    }
}
