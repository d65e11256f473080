package io.crowdlake.device.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder in the order of their names, byte by byte as they are, whatever they hold; hidden files are left out. */
public final class JpegFolderSource implements CameraSource {

    private final Path folder;
    private final double framesPerSecond;
    private final List<Path> files;
    private int next;

    private JpegFolderSource(Path folder, double framesPerSecond, List<Path> files) {
        this.folder = folder;
        this.framesPerSecond = framesPerSecond;
        this.files = files;
    }

    /**
     * @param framesPerSecond how far apart the files are in event time
     * @throws SourceException when the folder cannot be read or has no file
     */
    public static JpegFolderSource open(Path folder, double framesPerSecond) throws SourceException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new SourceException("folder " + folder + " has no files: put JPEGs into it");
            }
            return new JpegFolderSource(folder, framesPerSecond, files);
        } catch (IOException e) {
            throw new SourceException("folder " + folder + " cannot be read: check its permissions", e);
        }
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    @Override
    public Optional<Duration> length() {
        return Optional.of(position(files.size()));
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        if (next == files.size()) {
            return Optional.empty();
        }
        CapturedFrame frame = new CapturedFrame(Files.readAllBytes(files.get(next)), position(next));
        next++;
        return Optional.of(frame);
    }

    @Override
    public void close() {
        next = files.size();
    }

    private Duration position(int index) {
        return Duration.ofNanos(Math.round(index * 1e9 / framesPerSecond));
    }
}
