package io.crowdlake.counting.track;

/**
 * Where a face is along one axis of the frame, and how it moves: a Kalman filter for an Ornstein-Uhlenbeck process, exactly discretised. People
 * keep their speed for a while and then walk or stand as anybody does, so errors grow with the square root of a long gap and not with its cube.
 *
 * @param place of the centre, as a fraction of the frame
 * @param speed fractions of the frame per second
 * @param placeVariance of the centre, face sizes squared
 * @param covariance of centre and speed
 * @param speedVariance of the speed, face sizes squared per second squared
 */
public record Axis(double place, double speed, double placeVariance, double covariance, double speedVariance) {

    /** Seen for the first time, and of any speed. */
    static Axis startingAt(double place, double jitter, double pace) {
        return new Axis(place, 0, jitter * jitter, 0, pace * pace);
    }

    /**
     * Carried on in time.
     *
     * @param gap seconds, negative for back
     * @param pace speed of people (one standard deviation), in face sizes per second
     * @param lasting time within which it changes, in seconds
     */
    Axis after(double gap, double pace, double lasting) {
        double kept = Math.exp(-Math.abs(gap) / lasting);
        double way = Math.signum(gap) * lasting * (1 - kept);
        double unrest = pace * pace;
        return new Axis(
                place + speed * way,
                speed * kept,
                placeVariance
                        + 2 * way * covariance
                        + way * way * speedVariance
                        + unrest * lasting * lasting * (2 * Math.abs(gap) / lasting - 3 + 4 * kept - kept * kept),
                kept * (covariance + way * speedVariance) + unrest * way * (1 - kept),
                kept * kept * speedVariance + unrest * (1 - kept * kept));
    }

    /** After a sight, whose error has the given standard deviation in face sizes. */
    Axis seenAt(double seen, double jitter) {
        double sum = placeVariance + jitter * jitter;
        double placeGain = placeVariance / sum;
        double speedGain = covariance / sum;
        double miss = seen - place;
        return new Axis(
                place + placeGain * miss,
                speed + speedGain * miss,
                (1 - placeGain) * placeVariance,
                (1 - placeGain) * covariance,
                speedVariance - speedGain * covariance);
    }

    /** One standard deviation of a sight from where it is expected, in face sizes. */
    double deviation(double jitter) {
        return Math.sqrt(placeVariance + jitter * jitter);
    }

    /**
     * How unlikely it is that the person stands: the negative logarithm of the density of speed 0, 0 for one who is known to stand.
     *
     * @param size of the face along this axis, as a fraction of the frame
     * @param slow speed of people who stand (one standard deviation), in face sizes per second
     */
    double unrest(double size, double slow) {
        double variance = speedVariance + slow * slow;
        double faces = speed / size;
        return (faces * faces / variance + Math.log(variance / (slow * slow))) / 2;
    }
}
