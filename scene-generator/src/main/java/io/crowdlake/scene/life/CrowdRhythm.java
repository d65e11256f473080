package io.crowdlake.scene.life;

/**
 * How many come, how long they stay, and how near they come.
 *
 * @param arrivalsPerMinute mean number of people who come in a minute
 * @param dwellSeconds mean time that a person stays in view
 * @param mostPeople at the same time; who would be one more does not come
 * @param nearest distance to the camera in metres
 * @param farthest distance to the camera in metres
 */
public record CrowdRhythm(
        double arrivalsPerMinute, double dwellSeconds, int mostPeople, double nearest, double farthest) {}
