package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.JsonCodec;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Tells whether two revisions say the same. It is part of the state, so it must come out the same in every JVM. */
final class Fingerprint {

    private Fingerprint() {}

    /** 64 bits of a revision whose number and time do not depend on when it was made. */
    static long of(CrowdDemographics content) {
        byte[] json = JsonCodec.write(content);
        CRC32C checksum = new CRC32C();
        checksum.update(json);
        return checksum.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(json));
    }
}
