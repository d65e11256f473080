package io.crowdlake.stack.part;

import io.crowdlake.stack.data.DataFolder;
import java.time.Duration;

/** Names and rhythm of the lake, the same to Flink, Trino and the migrations. */
public final class Lake {

    /** Name of the catalog. */
    public static final String CATALOG = "lake";

    /** The namespace, or schema, of our tables. */
    public static final String NAMESPACE = "crowdlake";

    /** How often the job commits; a person who tries the stack wants to see rows soon. */
    public static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);

    /** How often at most an open window gets a row. */
    public static final Duration UPDATE_INTERVAL = Duration.ofSeconds(2);

    private Lake() {}

    /** Where the tables' files lie, as a URI in the form that every reader of the catalog understands alike. */
    public static String warehouse(DataFolder data) {
        return "file://" + data.warehouse();
    }
}
