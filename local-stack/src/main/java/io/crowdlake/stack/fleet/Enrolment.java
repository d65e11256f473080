package io.crowdlake.stack.fleet;

import io.crowdlake.hub.PrivateFile;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A camera that is to be registered.
 *
 * @param deviceId its name at the hub, and of its file
 * @param proof with what it will sign in
 * @param tags may be empty
 */
public record Enrolment(String deviceId, Proof proof, Map<String, Object> tags) {

    private static final String DEVICE_ID = "device_id";
    private static final String X509 = "x509";

    public Enrolment {
        if (!deviceId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
            throw new StackException("device id '" + deviceId
                    + "' must have at most 128 letters, digits or any of . _ - and begin with a letter or digit");
        }
    }

    /**
     * Reads a table with a heading: the column {@code device_id}, perhaps {@code x509} ({@link Proof#parse}, files from the folder of the table), and
     * one for each tag, such as {@code site}, {@code zone} and {@code timeZone}. An empty cell is no certificate, and no tag. Throws StackException with the line of the first thing that is wrong, before anything is registered.
     */
    public static List<Enrolment> read(Path csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Enrolment> all = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(csv)) {
            for (CSVRecord row : format.parse(in)) {
                all.add(of(csv, row));
            }
        } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new StackException("--csv is " + csv + ", must be a table in CSV (" + e.getMessage() + ")", e);
        }
        return all;
    }

    private static Enrolment of(Path csv, CSVRecord row) {
        Map<String, String> cells = row.toMap();
        String id = cells.remove(DEVICE_ID);
        String x509 = cells.remove(X509);
        try {
            if (id == null) {
                throw new StackException("has no column " + DEVICE_ID);
            }
            List<String> tags = cells.entrySet().stream()
                    .filter(cell -> !cell.getValue().isEmpty())
                    .map(cell -> cell.getKey() + "=" + cell.getValue())
                    .toList();
            Proof proof =
                    Proof.parse(x509 == null ? "" : x509, csv.toAbsolutePath().getParent());
            return new Enrolment(id, proof, Assignments.tags(tags));
        } catch (StackException e) {
            throw new StackException(csv + ", row " + row.getRecordNumber() + ": " + e.getMessage(), e);
        }
    }

    /** Registers the camera, and writes what it signs in with into a file of the folder that only its owner can read. */
    public Path write(HubService hub, Path folder) {
        String identity = hub.enrol(deviceId, proof);
        if (!tags.isEmpty()) {
            hub.tag(deviceId, tags);
        }
        Path file = folder.resolve(deviceId);
        try {
            PrivateFile.write(file, identity);
            return file;
        } catch (IOException e) {
            throw new StackException(
                    deviceId + " is registered, but " + file + " cannot be written (" + e.getMessage()
                            + "): make room, or choose another folder with --to, and enrol it again",
                    e);
        }
    }
}
