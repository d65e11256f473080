package io.crowdlake.scene;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.scene.life.CrowdRhythm;
import io.crowdlake.scene.life.Lens;
import io.crowdlake.scene.life.Place;
import java.awt.geom.Rectangle2D;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a training set: {@code faces/} with square crops and {@code labels.csv}, {@code boxes/} with frames and {@code boxes.json}, {@code people/} with
 * several crops of each person. The
 * formats are described in the module's README.
 */
public final class DatasetWriter {

    private static final int[][] SIZES = {{640, 480}, {640, 480}, {640, 480}, {640, 360}, {480, 360}, {768, 432}};
    private static final int FRAMES_PER_SCENE = 8;
    private static final int VIEWS_PER_PERSON = 8;
    private static final double SURE = 0.9;
    private static final double UNSURE = 0.5;
    private static final double SMALLEST_SURE_PIXELS = 12;

    /** Less of a face than this is none: who looks for faces is to learn where counting begins. */
    private static final double LEAST_CLARITY = 0.5;

    private final Path folder;
    private final SplittableRandom random;

    DatasetWriter(Path folder, long seed) {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
    }

    /** {@code --out DIR [--faces 6000] [--frames 800] [--people 500] [--seed 1]}. */
    public static void main(String[] arguments) {
        try {
            Map<String, String> options = parse(arguments);
            Path out = Path.of(options.get("--out"));
            DatasetWriter writer = new DatasetWriter(out, Long.parseLong(options.get("--seed")));
            writer.writeFaces(Integer.parseInt(options.get("--faces")));
            writer.writeFrames(Integer.parseInt(options.get("--frames")));
            writer.writePeople(Integer.parseInt(options.get("--people")));
            System.out.println("wrote " + options.get("--faces") + " faces (crop factor " + Portraits.CROP_FACTOR
                    + "), " + options.get("--frames") + " frames and " + options.get("--people") + " people to " + out);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("dataset: " + e.getMessage());
            System.exit(2);
        }
    }

    static Map<String, String> parse(String... arguments) {
        Map<String, String> options =
                new HashMap<>(Map.of("--faces", "6000", "--frames", "800", "--people", "500", "--seed", "1"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!List.of("--out", "--faces", "--frames", "--people", "--seed").contains(arguments[i])
                    || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "usage: --out DIR [--faces 6000] [--frames 800] [--people 500] [--seed 1], but got "
                                + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        for (String number : List.of("--faces", "--frames", "--people", "--seed")) {
            if (!options.get(number).matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(number + " is " + options.get(number) + ", must be a whole number");
            }
        }
        if (!options.containsKey("--out")) {
            throw new IllegalArgumentException("--out is missing: give the folder to write to");
        }
        return options;
    }

    void writeFaces(int count) throws IOException {
        Path faces = Files.createDirectories(folder.resolve("faces"));
        Portraits portraits = new Portraits(random.nextLong());
        try (JpegEncoder jpeg = new JpegEncoder();
                BufferedWriter labels = Files.newBufferedWriter(faces.resolve("labels.csv"))) {
            labels.write("file,age,gender,emotion,x1,y1,x2,y2\n");
            for (int i = 0; i < count; i++) {
                Portraits.Portrait portrait = portraits.next();
                String file = String.format(Locale.ROOT, "face-%05d.jpg", i);
                Files.write(faces.resolve(file), jpeg.encode(portrait.image(), 0.8 + 0.15 * random.nextDouble()));
                labels.write(String.format(
                        Locale.ROOT,
                        "%s,%.1f,%s,%s,%s%n",
                        file,
                        portrait.who().age(),
                        portrait.who().gender().label(),
                        portrait.who().emotion().label(),
                        corners(portrait)));
            }
        }
    }

    void writePeople(int count) throws IOException {
        Path people = Files.createDirectories(folder.resolve("people"));
        Portraits portraits = new Portraits(random.nextLong());
        try (JpegEncoder jpeg = new JpegEncoder();
                BufferedWriter labels = Files.newBufferedWriter(people.resolve("labels.csv"))) {
            labels.write("file,person,x1,y1,x2,y2\n");
            for (int person = 0; person < count; person++) {
                int view = 0;
                for (Portraits.Portrait portrait : portraits.person(VIEWS_PER_PERSON)) {
                    String file = String.format(Locale.ROOT, "person-%05d-%d.jpg", person, view++);
                    Files.write(people.resolve(file), jpeg.encode(portrait.image(), 0.8 + 0.15 * random.nextDouble()));
                    labels.write(String.format(Locale.ROOT, "%s,%d,%s%n", file, person, corners(portrait)));
                }
            }
        }
    }

    private static String corners(Portraits.Portrait portrait) {
        Rectangle2D box = portrait.box();
        return String.format(
                Locale.ROOT, "%.2f,%.2f,%.2f,%.2f", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    void writeFrames(int count) throws IOException {
        Path boxes = Files.createDirectories(folder.resolve("boxes"));
        List<String> entries = new ArrayList<>();
        try (JpegEncoder jpeg = new JpegEncoder()) {
            Scene scene = null;
            int[] size = SIZES[0];
            for (int i = 0; i < count; i++) {
                if (i % FRAMES_PER_SCENE == 0) {
                    size = SIZES[random.nextInt(SIZES.length)];
                    scene = new Scene(options(size));
                    scene.frameAt(Duration.ofSeconds(6 + random.nextInt(20)));
                }
                SceneFrame frame = scene.next();
                String file = String.format(Locale.ROOT, "frame-%05d.jpg", i);
                Files.write(boxes.resolve(file), jpeg.encode(frame.image(), 0.65 + 0.3 * random.nextDouble()));
                entries.add(entry(file, size, frame.truth()));
            }
        }
        Files.writeString(boxes.resolve("boxes.json"), "{" + String.join(",\n", entries) + "}\n");
    }

    private SceneOptions options(int[] size) {
        CrowdRhythm rhythm = rhythm(random);
        Place place = Place.values()[random.nextInt(Place.values().length)];
        return new SceneOptions(size[0], size[1], 0.4, rhythm, place, random.nextLong());
    }

    /** From a few people close by to a crowd that reaches back to the wall. */
    static CrowdRhythm rhythm(SplittableRandom random) {
        double nearest = 0.75 + 1.2 * random.nextDouble();
        return new CrowdRhythm(
                6 + 60 * random.nextDouble() * random.nextDouble(),
                20,
                8 + random.nextInt(20),
                nearest,
                Math.min(Lens.WALL, nearest + 1 + 4.5 * random.nextDouble()));
    }

    private static String entry(String file, int[] size, FrameTruth truth) {
        List<String> rows = new ArrayList<>();
        List<String> people = new ArrayList<>();
        for (FaceTruth face : truth.faces()) {
            if (face.clarity() < LEAST_CLARITY) {
                continue;
            }
            BoundingBox box = face.box();
            boolean sure = face.clear() && box.width() * size[0] >= SMALLEST_SURE_PIXELS;
            rows.add(String.format(
                    Locale.ROOT,
                    "[%.1f, %.1f, %.1f, %.1f, %.1f]",
                    box.x() * size[0],
                    box.y() * size[1],
                    (box.x() + box.width()) * size[0],
                    (box.y() + box.height()) * size[1],
                    sure ? SURE : UNSURE));
            people.add('"' + face.personId() + '"');
        }
        return String.format(
                Locale.ROOT,
                "\"%s\": {\"size\": [%d, %d], \"frame_ms\": 0, \"boxes_x1y1x2y2score\": [[%s]], \"people\": [[%s]]}",
                file,
                size[0],
                size[1],
                String.join(", ", rows),
                String.join(", ", people));
    }
}
