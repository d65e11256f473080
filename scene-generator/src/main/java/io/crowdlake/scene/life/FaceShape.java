package io.crowdlake.scene.life;

/**
 * Proportions of one face. Lengths are in face widths (cheek to cheek); the origin is the centre of the face box, y points down.
 *
 * @param height forehead to chin
 * @param jaw half width at the jaw's corner
 * @param eyeY height of the eyes
 * @param eyeSize half width of an eye
 * @param eyeAngle where an eye sits on the head, in radians from its middle
 * @param noseY height of the nose's base
 * @param noseWidth half width of the nose
 * @param mouthY height of the mouth
 * @param mouthWidth half width of the mouth at rest
 * @param lips fullness of the lips
 * @param brow thickness of a brow
 */
public record FaceShape(
        double height,
        double jaw,
        double eyeY,
        double eyeSize,
        double eyeAngle,
        double noseY,
        double noseWidth,
        double mouthY,
        double mouthWidth,
        double lips,
        double brow) {

    public double top() {
        return -height / 2;
    }

    public double chin() {
        return height / 2;
    }

    /** Top of the skull, above the face box. */
    public double crown() {
        return top() - 0.25;
    }
}
