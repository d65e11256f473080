package io.crowdlake.lake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered step of the lake's schema, written once and never changed after it has been applied anywhere.
 *
 * @param version its place in the order, from 1
 * @param fileName such as {@code V001__frame_analyses.sql}
 * @param sql the text, in Trino's dialect
 */
public record Migration(int version, String fileName, String sql) {

    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3,6})__[a-z0-9_]+\\.sql");

    /** A migration whose version is read from its file name; throws {@link LakeException} when the name has another form. */
    public static Migration of(String fileName, String sql) {
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches() || Integer.parseInt(name.group(1)) == 0) {
            throw new LakeException(
                    "migration " + fileName + " has no version in its name: call it like V007__add_zone.sql");
        }
        return new Migration(Integer.parseInt(name.group(1)), fileName, sql);
    }

    /** The version as people write it, such as {@code V001}. */
    public String label() {
        return label(version);
    }

    static String label(int version) {
        return String.format("V%03d", version);
    }

    /** SHA-256 of the text, the same for both kinds of line end. */
    public String checksum() {
        return Checksum.of(sql);
    }
}
