package io.crowdlake.scene.life;

/**
 * Someone who comes, stays and goes.
 *
 * @param id unique in the scene; the same when the same person comes again
 * @param appearance what they look like
 * @param itinerary where they are when
 */
public record Person(String id, Appearance appearance, Itinerary itinerary) {

    /** Where the person is and what they do; the time counts from the start of the scene, in seconds. */
    public Stance at(double seconds) {
        return new Stance(
                this, itinerary.x(seconds), itinerary.z(seconds), itinerary.head(seconds), itinerary.stride(seconds));
    }
}
