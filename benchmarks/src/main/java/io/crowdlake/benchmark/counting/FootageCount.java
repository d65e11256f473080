package io.crowdlake.benchmark.counting;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.VideoSource;
import io.crowdlake.inference.AnalysisException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Counts the people of real clips, every frame of them, as camera and job do. */
final class FootageCount {

    private static final Set<String> ENDINGS = Set.of("gif", "mp4", "mov", "mkv", "avi", "webm");

    private final Pictures pictures;
    private final BatchCount count;

    FootageCount(Pictures pictures, BatchCount count) {
        this.pictures = pictures;
        this.count = count;
    }

    /** The clips of a folder, by name. */
    static List<Path> clips(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> clips = files.filter(FootageCount::isClip).sorted().toList();
            if (clips.isEmpty()) {
                throw new BenchmarkException(
                        "--footage " + folder + " holds no clip; give a folder with GIF or MP4 files");
            }
            return clips;
        } catch (IOException e) {
            throw new BenchmarkException(
                    "--footage " + folder + " cannot be listed; give a folder with GIF or MP4 files", e);
        }
    }

    private static boolean isClip(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    List<Clip> of(List<Path> clips, Progress progress) throws AnalysisException {
        List<Clip> counted = new ArrayList<>();
        for (Path clip : clips) {
            progress.step(clip.getFileName().toString());
            List<FrameAnalysis> frames = frames(clip);
            int faces = frames.stream().mapToInt(frame -> frame.faces().size()).sum();
            int visitors = count.count(frames).visits().size();
            counted.add(new Clip(clip.getFileName().toString(), frames.size(), faces, visitors));
            progress.result(visitors + " visitors");
        }
        return counted;
    }

    private List<FrameAnalysis> frames(Path clip) throws AnalysisException {
        List<FrameAnalysis> frames = new ArrayList<>();
        try (VideoSource source = VideoSource.open(clip.toString(), VideoSource.DEFAULT_LONGEST_SIDE)) {
            for (Optional<CapturedFrame> frame = source.next(); frame.isPresent(); frame = source.next()) {
                CapturedFrame captured = frame.get();
                frames.add(pictures.analyze(captured.jpeg(), frames.size(), captured.position()));
            }
        } catch (SourceException e) {
            throw new BenchmarkException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frames;
    }
}
