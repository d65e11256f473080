package io.crowdlake.device.picture;

import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.JpegSizer;
import io.crowdlake.device.source.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes of what a source shows the picture that leaves the camera.
 *
 * <pre>
 * frame ─► cut to the region ─► does anything move? ─► scale ─► encode, within the limit of its transport
 * </pre>
 *
 * <p>A file of which nothing of this is asked, and which is small enough, goes as it is. For one thread at a time.
 */
public final class Lens implements AutoCloseable {

    /** What is uploaded; the job reads as much by default. */
    static final int UPLOAD_BYTES = 8 << 20;

    private final JpegSizer sizer = new JpegSizer();
    private final MotionGate motion = new MotionGate();

    /**
     * The picture to send, or nothing while nothing moves.
     *
     * @param asked whether somebody asked for this very frame
     * @throws IOException with one line when there is a region to cut out of something that is no picture: nobody knows what else it would show
     */
    public Optional<byte[]> look(CapturedFrame frame, CameraConfiguration configuration, boolean asked)
            throws IOException {
        int limit = configuration.transport() == Transport.INLINE ? JpegSizer.INLINE_BYTES : UPLOAD_BYTES;
        Optional<byte[]> file = frame.picture().file();
        boolean whole = configuration.region().equals(CameraConfiguration.WHOLE);
        boolean gated = configuration.motionThreshold() > 0;
        boolean asItIs = file.isPresent() && whole && configuration.resolution() == 0 && file.get().length <= limit;
        if (asItIs && !gated) {
            return file;
        }
        BufferedImage pixels;
        try {
            pixels = Pixels.cut(frame.picture().pixels(), configuration.region());
        } catch (IOException e) {
            if (file.isPresent() && whole) {
                return file;
            }
            throw new IOException("a frame cannot be cut to its region, and is not sent: " + e.getMessage(), e);
        }
        if (asked || !gated) {
            motion.forget();
        }
        if (gated && !motion.opens(pixels, configuration.motionThreshold(), frame.position())) {
            return Optional.empty();
        }
        if (asItIs) {
            return file;
        }
        if (configuration.resolution() > 0) {
            pixels = Pixels.limited(pixels, configuration.resolution());
        }
        return Optional.of(sizer.encode(pixels, configuration.quality(), limit));
    }

    /** How large the whole picture has to be, so that the region in it is as large as configured; 0 where the source may choose. */
    public static int wholeSide(CameraConfiguration configuration) {
        double share =
                Math.min(configuration.region().width(), configuration.region().height());
        return (int) Math.ceil(configuration.resolution() / share);
    }

    @Override
    public void close() {
        sizer.close();
    }
}
