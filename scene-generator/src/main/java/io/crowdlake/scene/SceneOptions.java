package io.crowdlake.scene;

import io.crowdlake.scene.life.CrowdRhythm;
import io.crowdlake.scene.life.Place;

/**
 * What a scene is like. The same options give the same scene, pixel by pixel.
 *
 * @param width of a frame in pixels, 160..3840
 * @param height of a frame in pixels, 120..2160
 * @param framesPerSecond of event time, above 0 and at most 60
 * @param rhythm how many people come, how long they stay, how near they come
 * @param place where the scene is set, or null to let the seed choose
 * @param seed of everything that is left to chance
 */
public record SceneOptions(int width, int height, double framesPerSecond, CrowdRhythm rhythm, Place place, long seed) {

    /** Faces of about 25 to 80 pixels in a frame of 640 x 480, seldom one in front of another. */
    private static final CrowdRhythm SPARSE = new CrowdRhythm(9, 24, 5, 1.3, 4.0);

    private static final CrowdRhythm BUSY = new CrowdRhythm(30, 24, 14, 1.5, 6.5);

    private static final CrowdRhythm CROWDED = new CrowdRhythm(60, 24, 26, 1.4, 7.0);

    public SceneOptions {
        require(width >= 160 && width <= 3840, "width is " + width + ", must be within 160..3840");
        require(height >= 120 && height <= 2160, "height is " + height + ", must be within 120..2160");
        require(
                framesPerSecond > 0 && framesPerSecond <= 60,
                "frames per second is " + framesPerSecond + ", must be above 0 and at most 60");
        require(rhythm != null, "rhythm is missing");
    }

    /** Two to five people in view, each easy to follow: 640 x 480 at 5 frames/s. */
    public static SceneOptions sparse(long seed) {
        return new SceneOptions(640, 480, 5, SPARSE, null, seed);
    }

    /** About ten people in view, who also walk in front of each other. */
    public static SceneOptions busy(long seed) {
        return new SceneOptions(640, 480, 5, BUSY, null, seed);
    }

    /** About twenty people in view, of whom many stand behind others. */
    public static SceneOptions crowded(long seed) {
        return new SceneOptions(640, 480, 5, CROWDED, null, seed);
    }

    public SceneOptions withSize(int newWidth, int newHeight) {
        return new SceneOptions(newWidth, newHeight, framesPerSecond, rhythm, place, seed);
    }

    public SceneOptions withFramesPerSecond(double newFramesPerSecond) {
        return new SceneOptions(width, height, newFramesPerSecond, rhythm, place, seed);
    }

    public SceneOptions withRhythm(CrowdRhythm newRhythm) {
        return new SceneOptions(width, height, framesPerSecond, newRhythm, place, seed);
    }

    public SceneOptions withPlace(Place newPlace) {
        return new SceneOptions(width, height, framesPerSecond, rhythm, newPlace, seed);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
