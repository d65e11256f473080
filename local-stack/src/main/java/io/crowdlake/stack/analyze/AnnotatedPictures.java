package io.crowdlake.stack.analyze;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.image.FaceAnnotator;
import io.crowdlake.inference.image.JpegDecoder;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A folder of frames with boxes and labels drawn on them. */
public final class AnnotatedPictures implements AutoCloseable {

    private final Path folder;
    private final CameraLayouts layouts;
    private final JpegDecoder decoder;
    private final Set<String> taken = new HashSet<>();

    /** Makes the folder where it is missing; what is drawn in the picture of each camera is shown too. */
    public AnnotatedPictures(Path folder, long maxPixels, CameraLayouts layouts) {
        this.layouts = layouts;
        this.folder = folder;
        this.decoder = new JpegDecoder(maxPixels);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackException("--annotate " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** A name that no other input has got. */
    String nameFor(String input) {
        String name = input;
        for (int i = 2; !taken.add(name); i++) {
            name = input + "-" + i;
        }
        return name;
    }

    /** Writes one frame; those of a series are numbered. */
    void write(String name, boolean series, CameraFrame frame, FrameAnalysis analysis) throws AnalysisException {
        String file = series ? String.format("%s-%06d.jpg", name, frame.sequence()) : name + ".jpg";
        byte[] picture = FaceAnnotator.annotate(
                decoder.decode(frame.payload()), analysis.faces(), layouts.of(analysis.deviceId()));
        try {
            Files.write(folder.resolve(file), picture);
        } catch (IOException e) {
            throw new StackException("--annotate " + folder + ": " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
