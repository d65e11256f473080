package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.ZoneCount;
import io.crowdlake.job.binary.BinaryOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Tells whether two revisions say the same. It is part of the state, so it must come out the same in every JVM. */
final class Fingerprint {

    /** Of a camera without lines and zones, as a rule. */
    private static final int USUAL_BYTES = 256;

    private Fingerprint() {}

    /** 64 bits of what a revision says, whatever its number and the time when it was made. */
    static long of(CrowdDemographics content) {
        byte[] bytes = bytes(content);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(bytes));
    }

    private static byte[] bytes(CrowdDemographics content) {
        DataOutputSerializer target = new DataOutputSerializer(USUAL_BYTES);
        try {
            write(content, new BinaryOutput(target));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return target.getCopyOfBuffer();
    }

    private static void write(CrowdDemographics content, BinaryOutput out) throws IOException {
        out.text(content.deviceId());
        out.instant(content.windowStart());
        out.instant(content.windowEnd());
        out.flag(content.isFinal());
        out.number(content.frames());
        out.number(content.visitors());
        out.number(content.entries());
        out.number(content.exits());
        out.number(content.newVisitors());
        out.number(content.returningVisitors());
        out.number(content.peakOccupancy());
        out.real(content.meanOccupancy());
        writeDwell(content.dwellMeanSeconds(), content.dwellMedianSeconds(), content.dwellP90Seconds(), out);
        out.list(content.ageGender(), WindowForm::writeAges);
        out.list(content.emotionGender(), WindowForm::writeEmotions);
        out.text(content.modelVersion());
        out.list(content.lines(), WindowForm::writeLine);
        out.list(content.zones(), Fingerprint::writeZone);
    }

    private static void writeZone(ZoneCount zone, BinaryOutput out) throws IOException {
        out.text(zone.zone());
        out.number(zone.visitors());
        out.number(zone.entries());
        out.number(zone.peakOccupancy());
        out.real(zone.meanOccupancy());
        writeDwell(zone.dwellMeanSeconds(), zone.dwellMedianSeconds(), zone.dwellP90Seconds(), out);
    }

    private static void writeDwell(Double mean, Double median, Double p90, BinaryOutput out) throws IOException {
        out.optional(mean, Fingerprint::writeReal);
        out.optional(median, Fingerprint::writeReal);
        out.optional(p90, Fingerprint::writeReal);
    }

    private static void writeReal(Double value, BinaryOutput out) throws IOException {
        out.real(value);
    }
}
