package io.crowdlake.contracts;

import java.time.Instant;
import java.util.List;

/**
 * One revision of what one camera's window knows of its crowd. Revisions of a window only ever replace each other: the one with the
 * highest number is the answer.
 *
 * @param deviceId the camera
 * @param windowStart inclusive
 * @param windowEnd exclusive
 * @param revision 1 for the first, then counting up
 * @param isFinal whether the window had closed; a late frame can still bring a further final revision
 * @param frames analysed frames captured in the window
 * @param visitors distinct people present in the window
 * @param entries visits that began in it
 * @param exits visits that ended in it
 * @param newVisitors of the visitors, those not seen before at the site; 0 where recognition is off
 * @param returningVisitors of the visitors, those seen before at the site and gone for a while; 0 where recognition is off
 * @param peakOccupancy most people in one frame
 * @param meanOccupancy people in view, weighted by time
 * @param dwellMeanSeconds of the visits that ended in the window, or null without any
 * @param dwellMedianSeconds likewise
 * @param dwellP90Seconds likewise
 * @param ageGender only cells that are not zero
 * @param emotionGender only cells that are not zero
 * @param modelVersion bundle of the newest frame counted
 * @param updatedAt when the revision was made
 * @param lines one entry for each line of the camera, also for those that nobody crossed
 * @param zones one entry for each zone of the camera, also for those that nobody entered
 */
public record CrowdDemographics(
        String deviceId,
        Instant windowStart,
        Instant windowEnd,
        long revision,
        boolean isFinal,
        long frames,
        long visitors,
        long entries,
        long exits,
        long newVisitors,
        long returningVisitors,
        long peakOccupancy,
        double meanOccupancy,
        Double dwellMeanSeconds,
        Double dwellMedianSeconds,
        Double dwellP90Seconds,
        List<AgeGenderCount> ageGender,
        List<EmotionGenderCount> emotionGender,
        String modelVersion,
        Instant updatedAt,
        List<LineCount> lines,
        List<ZoneCount> zones) {

    public CrowdDemographics {
        Checks.notBlank(deviceId, "deviceId");
        Checks.present(windowStart, "windowStart");
        Checks.present(windowEnd, "windowEnd");
        if (!windowEnd.isAfter(windowStart)) {
            throw new IllegalArgumentException(
                    "windowEnd is " + windowEnd + ", must be after windowStart " + windowStart);
        }
        Checks.notNegative(revision, "revision");
        Checks.notNegative(frames, "frames");
        Checks.notNegative(visitors, "visitors");
        Checks.notNegative(entries, "entries");
        Checks.notNegative(exits, "exits");
        Checks.notNegative(newVisitors, "newVisitors");
        Checks.notNegative(returningVisitors, "returningVisitors");
        Checks.notNegative(peakOccupancy, "peakOccupancy");
        Checks.notNegative(meanOccupancy, "meanOccupancy");
        Checks.notNegativeOrNull(dwellMeanSeconds, "dwellMeanSeconds");
        Checks.notNegativeOrNull(dwellMedianSeconds, "dwellMedianSeconds");
        Checks.notNegativeOrNull(dwellP90Seconds, "dwellP90Seconds");
        ageGender = Checks.entries(ageGender, "ageGender");
        emotionGender = Checks.entries(emotionGender, "emotionGender");
        Checks.notBlank(modelVersion, "modelVersion");
        Checks.present(updatedAt, "updatedAt");
        lines = Checks.entries(lines, "lines");
        zones = Checks.entries(zones, "zones");
    }

    /** A revision of a camera without lines and zones. */
    public CrowdDemographics(
            String deviceId,
            Instant windowStart,
            Instant windowEnd,
            long revision,
            boolean isFinal,
            long frames,
            long visitors,
            long entries,
            long exits,
            long newVisitors,
            long returningVisitors,
            long peakOccupancy,
            double meanOccupancy,
            Double dwellMeanSeconds,
            Double dwellMedianSeconds,
            Double dwellP90Seconds,
            List<AgeGenderCount> ageGender,
            List<EmotionGenderCount> emotionGender,
            String modelVersion,
            Instant updatedAt) {
        this(
                deviceId,
                windowStart,
                windowEnd,
                revision,
                isFinal,
                frames,
                visitors,
                entries,
                exits,
                newVisitors,
                returningVisitors,
                peakOccupancy,
                meanOccupancy,
                dwellMeanSeconds,
                dwellMedianSeconds,
                dwellP90Seconds,
                ageGender,
                emotionGender,
                modelVersion,
                updatedAt,
                List.of(),
                List.of());
    }

    /** The same under another number. */
    public CrowdDemographics withRevision(long number) {
        return new CrowdDemographics(
                deviceId,
                windowStart,
                windowEnd,
                number,
                isFinal,
                frames,
                visitors,
                entries,
                exits,
                newVisitors,
                returningVisitors,
                peakOccupancy,
                meanOccupancy,
                dwellMeanSeconds,
                dwellMedianSeconds,
                dwellP90Seconds,
                ageGender,
                emotionGender,
                modelVersion,
                updatedAt,
                lines,
                zones);
    }
}
