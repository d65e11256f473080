package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Where the lake can be asked, if not in the stack of {@code ./crowd up}. */
public final class TrinoOptions {

    @Option(
            names = "--trino",
            paramLabel = "URL",
            description = "Trino that reads your lake, with catalog and schema: jdbc:trino://HOST:PORT/lake/crowdlake"
                    + " (default: that of ./crowd up)")
    private String url;

    @Option(
            names = "--trino-user",
            paramLabel = "NAME",
            defaultValue = "crowdlake",
            description = "Default ${DEFAULT-VALUE}")
    private String user;

    @Option(names = "--trino-password-file", paramLabel = "FILE", description = "Holds that user's password")
    private Path passwordFile;

    boolean given() {
        return url != null;
    }

    Connection connect() {
        if (!url.matches("jdbc:trino://[^/?]+/[^/?]+/[^/?]+(\\?.*)?")) {
            throw new StackException("--trino must be like jdbc:trino://HOST:PORT/lake/crowdlake");
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("source", "crowd-fleet");
        properties.setProperty("timezone", "UTC");
        try {
            if (passwordFile != null) {
                properties.setProperty(
                        "password", Files.readString(passwordFile).strip());
            }
            return DriverManager.getConnection(url, properties);
        } catch (IOException e) {
            throw new StackException("--trino-password-file is " + passwordFile + ", must be a readable file", e);
        } catch (SQLException e) {
            throw new StackException(
                    "--trino cannot be reached (" + e.getMessage() + "): start it, or correct the address", e);
        }
    }
}
