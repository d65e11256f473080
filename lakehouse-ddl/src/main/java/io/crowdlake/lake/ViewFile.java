package io.crowdlake.lake;

import io.crowdlake.lake.ddl.SqlScript;
import io.crowdlake.lake.ddl.SqlStatement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repeatable file that makes one view. Its number says only after which others it has to come.
 *
 * @param fileName such as {@code R02__crowd_demographics.sql}
 * @param view name of the view
 * @param sql the text in Trino's dialect, with its parameters filled in
 */
record ViewFile(String fileName, String view, String sql) {

    private static final Pattern FILE_NAME = Pattern.compile("R\\d{2}__([a-z0-9_]+)\\.sql");

    /** Those of this version of Crowdlake, in order. */
    static List<ViewFile> builtIn(ViewParameters parameters) {
        return SqlFiles.onClasspath("views").entrySet().stream()
                .map(file -> of(file.getKey(), parameters.substitute(file.getValue())))
                .toList();
    }

    static ViewFile of(String fileName, String sql) {
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches()) {
            throw new LakeException(
                    "view file " + fileName + " has no such name as R02__crowd_demographics.sql: rename it");
        }
        return new ViewFile(fileName, name.group(1), sql);
    }

    List<SqlStatement> statements() {
        return SqlScript.split(fileName, sql);
    }

    /** As the lake's history names it, such as {@code R02}. */
    String version() {
        return fileName.substring(0, fileName.indexOf("__"));
    }
}
