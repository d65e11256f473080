package io.crowdlake.job.lake;

import io.crowdlake.contracts.Origin;

/** Where a message was read, in columns that are null where that is not known. */
final class Origins {

    private Origins() {}

    static String topic(Origin origin) {
        return origin == null ? null : origin.topic();
    }

    static Integer partition(Origin origin) {
        return origin == null ? null : origin.partition();
    }

    static Long offset(Origin origin) {
        return origin == null ? null : origin.offset();
    }
}
