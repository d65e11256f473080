package io.crowdlake.scene.life;

/**
 * How many come, how long they stay, and how near they come.
 *
 * @param arrivalsPerMinute mean number of people who come in a minute
 * @param dwellSeconds mean time that a person stays in view
 * @param mostPeople at the same time; who would be one more does not come
 * @param nearest distance to the camera in metres
 * @param farthest distance to the camera in metres
 * @param returning share of those who leave that come back within a minute, 0..1
 */
public record CrowdRhythm(
        double arrivalsPerMinute,
        double dwellSeconds,
        int mostPeople,
        double nearest,
        double farthest,
        double returning) {

    public CrowdRhythm {
        require(
                arrivalsPerMinute > 0 && arrivalsPerMinute <= 1000,
                "arrivals per minute is " + arrivalsPerMinute + ", must be within 0..1000");
        require(
                dwellSeconds > 0 && dwellSeconds <= 86_400,
                "dwell is " + dwellSeconds + " s, must be above 0 and at most a day");
        require(mostPeople > 0 && mostPeople <= 1000, "most people is " + mostPeople + ", must be within 1..1000");
        require(
                nearest >= 0.3 && farthest > nearest && farthest <= Lens.WALL,
                "nearest is " + nearest + " and farthest " + farthest + " m, must be in order and within 0.3.."
                        + Lens.WALL);
        require(returning >= 0 && returning <= 1, "returning is " + returning + ", must be within 0..1");
    }

    /** Nobody comes back. */
    public CrowdRhythm(double arrivalsPerMinute, double dwellSeconds, int mostPeople, double nearest, double farthest) {
        this(arrivalsPerMinute, dwellSeconds, mostPeople, nearest, farthest, 0);
    }

    /** The same with another share of those who come back. */
    public CrowdRhythm withReturning(double share) {
        return new CrowdRhythm(arrivalsPerMinute, dwellSeconds, mostPeople, nearest, farthest, share);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
