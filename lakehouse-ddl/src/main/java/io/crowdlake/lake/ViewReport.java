package io.crowdlake.lake;

import java.util.List;

/**
 * What sending the views to Trino did.
 *
 * @param applied names of the views that were made or replaced, in order
 * @param upToDate how many were there already as they are in the files
 */
public record ViewReport(List<String> applied, int upToDate) {

    public ViewReport {
        applied = List.copyOf(applied);
    }
}
