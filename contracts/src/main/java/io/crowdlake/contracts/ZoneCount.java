package io.crowdlake.contracts;

/**
 * Who was in a zone.
 *
 * @param zone its name
 * @param visitors distinct people seen in it
 * @param entries stays that began
 * @param peakOccupancy most people in it in one frame
 * @param meanOccupancy people in it, weighted by time
 * @param dwellMeanSeconds of the stays that ended, or null without any
 * @param dwellMedianSeconds likewise
 * @param dwellP90Seconds likewise
 */
public record ZoneCount(
        String zone,
        long visitors,
        long entries,
        long peakOccupancy,
        double meanOccupancy,
        Double dwellMeanSeconds,
        Double dwellMedianSeconds,
        Double dwellP90Seconds) {

    public ZoneCount {
        Checks.notBlank(zone, "zone");
        Checks.notNegative(visitors, "visitors");
        Checks.notNegative(entries, "entries");
        Checks.notNegative(peakOccupancy, "peakOccupancy");
        Checks.notNegative(meanOccupancy, "meanOccupancy");
        Checks.notNegativeOrNull(dwellMeanSeconds, "dwellMeanSeconds");
        Checks.notNegativeOrNull(dwellMedianSeconds, "dwellMedianSeconds");
        Checks.notNegativeOrNull(dwellP90Seconds, "dwellP90Seconds");
    }
}
