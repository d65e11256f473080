package io.crowdlake.lake;

import java.nio.file.Path;

/**
 * How to reach Trino.
 *
 * @param url JDBC address such as {@code jdbc:trino://127.0.0.1:8080}; the lake's catalog must be configured there under its own name
 * @param user who owns the views; analysts read through them with this user's rights
 * @param passwordFile file whose first line is the password, or null where Trino asks for none
 */
public record TrinoSettings(String url, String user, Path passwordFile) {

    public TrinoSettings {
        if (url == null || !url.startsWith("jdbc:trino:")) {
            throw new LakeException("trino.url is " + (url == null ? "missing" : url.replaceFirst("\\?.*", ""))
                    + ": set it to an address such as jdbc:trino://127.0.0.1:8080");
        }
        user = user == null || user.isBlank() ? "crowdlake" : user;
    }

    /** The address without what stands behind the question mark, for logs and messages. */
    public String displayUrl() {
        return url.replaceFirst("\\?.*", "");
    }
}
