package io.crowdlake.job.fetch;

import static io.crowdlake.contracts.DeadLetterReason.REFERENCE_REFUSED;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.inference.AnalysisException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a camera says that its picture is: {@code https://host/container/device/name.jpg}, as the hub has told it. It is believed only within
 * the containers that are listed, and only in the folder that the hub gives to that very device, or a message could make the job read elsewhere.
 */
final class BlobAddress {

    private static final int LONGEST = 2048;

    /** No part can be {@code ..}, and nothing in it has to be decoded, so that there is one way to read it. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private static final Pattern JPEG = Pattern.compile("(?i).*\\.jpe?g");

    private BlobAddress() {}

    /**
     * The file to read, as a URI of Flink's file systems.
     *
     * @param containers folder of each by {@code host/container}
     * @throws AnalysisException REFERENCE_REFUSED
     */
    static String resolve(CameraFrame message, Map<String, String> containers) throws AnalysisException {
        URI address = parsed(message.payload());
        String[] path = address.getRawPath() == null
                ? new String[0]
                : address.getRawPath().split("/", -1);
        if (path.length < 4) {
            throw refused("must be https://host/container/device/name.jpg");
        }
        for (int i = 1; i < path.length; i++) {
            if (!PART.matcher(path[i]).matches()) {
                throw refused("must be of letters, digits, points and dashes between slashes");
            }
        }
        String folder = containers.get(address.getRawAuthority() + "/" + path[1]);
        if (folder == null) {
            throw refused("names a container that reference.containers does not list");
        }
        if (!path[2].equals(message.deviceId())) {
            throw refused("is not in the folder of " + message.deviceId());
        }
        if (!JPEG.matcher(path[path.length - 1]).matches()) {
            throw refused("must end in .jpg");
        }
        String name = address.getRawPath().substring(path[1].length() + 2);
        return folder + (folder.endsWith("/") ? "" : "/") + name;
    }

    private static URI parsed(byte[] body) throws AnalysisException {
        if (body.length > LONGEST) {
            throw refused("must have at most " + LONGEST + " characters");
        }
        try {
            URI address = new URI(new String(body, StandardCharsets.UTF_8).strip());
            if (!"https".equalsIgnoreCase(address.getScheme())
                    || address.getRawUserInfo() != null
                    || address.getRawQuery() != null
                    || address.getRawFragment() != null) {
                throw refused("must begin with https and have neither user, query nor fragment");
            }
            return address;
        } catch (URISyntaxException e) {
            throw refused("is no URI");
        }
    }

    /** Shows nothing of the address, which may be anything. */
    private static AnalysisException refused(String words) {
        return new AnalysisException(REFERENCE_REFUSED, "the address of the picture " + words);
    }
}
