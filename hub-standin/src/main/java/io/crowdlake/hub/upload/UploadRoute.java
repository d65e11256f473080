package io.crowdlake.hub.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crowdlake.hub.https.DeviceRequest;
import io.crowdlake.hub.https.Reply;
import io.crowdlake.hub.https.Route;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.registry.Authenticator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where devices put files, and the blob storage itself.
 *
 * <pre>
 * POST /devices/{id}/files                  where to put a file, and permission to do so for an hour
 * POST /devices/{id}/files/notifications    it is there, or is not
 * PUT  /frames/{id}/{name}?{permission}     the file
 * </pre>
 */
public final class UploadRoute implements Route {

    /** The only container. */
    public static final String CONTAINER = "frames";

    private static final int MAX_REQUEST_BYTES = 16 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Authenticator authenticator;
    private final BlobStore blobs;
    private final BlobGrants grants;

    /**
     * @param folder of the container
     * @param key that signs permissions, Base64
     */
    public UploadRoute(Authenticator authenticator, Path folder, String key, Clock clock) {
        this.authenticator = authenticator;
        this.blobs = new BlobStore(folder, clock);
        this.grants = new BlobGrants(key, clock);
    }

    @Override
    public Optional<CompletionStage<Reply>> answer(DeviceRequest request) throws RefusedException, IOException {
        List<String> path = request.parts();
        boolean post = request.method().equals("POST");
        Reply reply;
        if (post
                && path.size() == 3
                && path.get(0).equals("devices")
                && path.get(2).equals("files")) {
            reply = grant(path.get(1), request);
        } else if (post && path.size() == 4 && request.path().matches("/devices/[^/]+/files/notifications")) {
            authenticate(path.get(1), request);
            reply = Reply.NOTHING;
        } else if (path.get(0).equals(CONTAINER)) {
            reply = blob(request);
        } else {
            return Optional.empty();
        }
        return Optional.of(CompletableFuture.completedFuture(reply));
    }

    private void authenticate(String deviceId, DeviceRequest request) throws RefusedException {
        authenticator.authenticate(deviceId, request.token(), request.certificates());
    }

    private Reply grant(String deviceId, DeviceRequest request) throws RefusedException {
        authenticate(deviceId, request);
        String blob = deviceId + "/" + json(request.body()).path("blobName").asText();
        if (!BlobStore.isName(blob)) {
            throw new IllegalArgumentException(
                    "blobName must be of letters, digits, points and dashes between slashes");
        }
        return new Reply(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("correlationId", UUID.randomUUID().toString())
                        .put("hostName", request.host())
                        .put("containerName", CONTAINER)
                        .put("blobName", blob)
                        .put("sasToken", grants.query(blob))
                        .toString());
    }

    private static JsonNode json(byte[] body) {
        if (body.length > MAX_REQUEST_BYTES) {
            throw new IllegalArgumentException("the body must have at most " + MAX_REQUEST_BYTES + " bytes");
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body must be JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    private Reply blob(DeviceRequest request) throws RefusedException, IOException {
        if (!request.method().equals("PUT")) {
            return Reply.of(405);
        }
        String blob = request.path().substring(CONTAINER.length() + 2);
        if (!grants.allows(blob, request.query())) {
            throw new RefusedException("no permission for this blob, or one that has expired");
        }
        if (!"BlockBlob".equals(request.headers().get("x-ms-blob-type"))) {
            throw new IllegalArgumentException("header x-ms-blob-type must be BlockBlob");
        }
        blobs.put(blob, request.body());
        return Reply.of(201);
    }
}
