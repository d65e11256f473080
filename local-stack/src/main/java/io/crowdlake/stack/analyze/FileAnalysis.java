package io.crowdlake.stack.analyze;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.face.FaceAnalyzerFactory;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Analyses files as the job analyses cameras: a JSON line for each frame, a dead letter for one that cannot be analysed. */
public final class FileAnalysis {

    private final AnalyzerSettings settings;
    private final AnnotatedPictures pictures;
    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param pictures where annotated pictures go, or null for nowhere
     * @param out gets the JSON lines
     * @param errors gets a line for each file that holds no frames
     */
    public FileAnalysis(AnalyzerSettings settings, AnnotatedPictures pictures, PrintStream out, PrintStream errors) {
        this.settings = settings;
        this.pictures = pictures;
        this.out = out;
        this.errors = errors;
    }

    /** Analyses all files; false when anything in them could not be. */
    public boolean run(List<String> inputs) {
        boolean good = true;
        try (CognitiveAnalyzer analyzer = new FaceAnalyzerFactory().open(settings)) {
            for (String input : inputs) {
                try (FileFrames frames = FileFrames.open(input)) {
                    good &= analyze(frames, analyzer);
                } catch (SourceException e) {
                    errors.println("crowd: " + e.getMessage());
                    good = false;
                }
            }
        }
        return good;
    }

    private boolean analyze(FileFrames frames, CognitiveAnalyzer analyzer) {
        boolean good = true;
        String name = pictures == null ? null : pictures.nameFor(frames.name());
        for (Optional<CameraFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            try {
                FrameAnalysis analysis = analyzer.analyze(frame.get());
                print(analysis);
                if (pictures != null) {
                    pictures.write(name, frames.isSeries(), frame.get(), analysis);
                }
            } catch (AnalysisException e) {
                print(deadLetter(frame.get(), e));
                good = false;
            }
        }
        return good;
    }

    private DeadLetter deadLetter(CameraFrame frame, AnalysisException failure) {
        return new DeadLetter(
                failure.reason(),
                failure.getMessage(),
                frame.deviceId(),
                null,
                frame.payload().length,
                frame.capturedAt(),
                clock.instant());
    }

    private void print(Object contract) {
        out.writeBytes(JsonCodec.write(contract));
        out.println();
    }
}
