package io.crowdlake.lake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator may set in the views. In the files a parameter stands as a number followed by a comment with its name, so that a file is
 * plain SQL with the default in it.
 *
 * @param minCell {@code privacy.min-cell}: the smallest count that views meant for sharing show, from 1 (shows all)
 */
public record ViewParameters(int minCell) {

    /** The values that stand in the files. */
    public static final ViewParameters DEFAULT = new ViewParameters(5);

    private static final Pattern MIN_CELL = Pattern.compile("'\\d+'(?= /\\* privacy\\.min-cell \\*/)");

    public ViewParameters {
        if (minCell < 1) {
            throw new LakeException("privacy.min-cell is " + minCell + ": set it to 1 (shows every count) or more");
        }
    }

    /** The file's text with these values. */
    String substitute(String sql) {
        return MIN_CELL.matcher(sql).replaceAll(Matcher.quoteReplacement("'" + minCell + "'"));
    }
}
