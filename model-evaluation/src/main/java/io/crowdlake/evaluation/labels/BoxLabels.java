package io.crowdlake.evaluation.labels;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.evaluation.EvaluationException;
import io.crowdlake.inference.face.FaceBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code boxes.json}:
 *
 * <pre>
 * {"clip.gif": {"size": [480, 270], "boxes_x1y1x2y2score": [[[x1, y1, x2, y2, score], ...], ...]}}
 * </pre>
 *
 * <p>One list for each frame, in pixels of a picture of that size. A picture may have just the list of its boxes. Without a score a box is a
 * face; without a size the pixels are those of the file.
 */
public final class BoxLabels {

    static final String FILE_NAME = "boxes.json";
    static final String BOXES = "boxes_x1y1x2y2score";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;

    private BoxLabels(String file) {
        this.file = file;
    }

    /**
     * Reads the labels of a folder, in the order of the file.
     *
     * @throws EvaluationException with one line that names the file, the entry, the frame and the box
     */
    public static List<ClipLabel> read(Path folder) {
        String text = LabelFile.read(folder, FILE_NAME);
        return new BoxLabels(folder.resolve(FILE_NAME).toString()).parse(text);
    }

    private List<ClipLabel> parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new EvaluationException(
                    file + " line " + line + " is no JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse("") + "; correct it there",
                    e);
        }
        if (!root.isObject() || root.isEmpty()) {
            throw new EvaluationException(file + " names no files, must be {\"clip.gif\": {\"size\": [480, 270], \""
                    + BOXES + "\": [...]}, ...}");
        }
        List<ClipLabel> clips = new ArrayList<>();
        root.properties().forEach(entry -> clips.add(clip(entry.getKey(), entry.getValue())));
        return clips;
    }

    private ClipLabel clip(String name, JsonNode clip) {
        JsonNode lists = clip.path(BOXES);
        if (!lists.isArray()) {
            throw wrong(name, "has no list \"" + BOXES + "\"; give it one list of boxes for each frame");
        }
        JsonNode size = clip.path("size");
        boolean sized = !size.isMissingNode() && !size.isNull();
        if (sized
                && !(size.size() == 2 && size.get(0).asInt() > 0 && size.get(1).asInt() > 0)) {
            throw wrong(name, "has size " + shown(size) + ", must be [width, height] in pixels");
        }
        int width = sized ? size.get(0).asInt() : 0;
        int height = sized ? size.get(1).asInt() : 0;
        List<FrameLabel> frames = new ArrayList<>();
        if (isBox(lists.path(0))) {
            frames.add(frame(name, 0, lists, width, height));
        } else {
            for (int i = 0; i < lists.size(); i++) {
                frames.add(frame(name, i, lists.get(i), width, height));
            }
        }
        return new ClipLabel(name, width, height, frames);
    }

    /** Whether a list that should hold boxes is one itself: a picture's only frame may stand without a list around it. */
    private static boolean isBox(JsonNode list) {
        return list.isArray() && list.path(0).isNumber();
    }

    private FrameLabel frame(String name, int number, JsonNode list, int width, int height) {
        if (!list.isArray()) {
            throw wrong(name, "frame " + (number + 1) + " is " + shown(list) + ", must be a list of boxes");
        }
        List<FaceBox> boxes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String where = "frame " + (number + 1) + ", box " + (i + 1);
            FaceBox box = box(list.get(i));
            if (box == null) {
                throw wrong(
                        name,
                        where + " is " + shown(list.get(i))
                                + ", must be [x1, y1, x2, y2, score] with x1 < x2, y1 < y2 and a score within 0..1");
            }
            FaceBox seen = width == 0 ? box : within(box, width, height);
            if (seen.width() <= 0 || seen.height() <= 0) {
                throw wrong(
                        name,
                        where + " is " + shown(list.get(i)) + ", outside of the size [" + width + ", " + height
                                + "]; correct one of them");
            }
            boxes.add(seen);
        }
        return FrameLabel.of(boxes);
    }

    /** Null when it is none. */
    private static FaceBox box(JsonNode box) {
        if (!box.isArray() || box.size() < 4 || box.size() > 5) {
            return null;
        }
        for (JsonNode value : box) {
            if (!value.isNumber()) {
                return null;
            }
        }
        double score = box.size() == 5 ? box.get(4).asDouble() : 1;
        FaceBox read = new FaceBox(
                box.get(0).asDouble(),
                box.get(1).asDouble(),
                box.get(2).asDouble(),
                box.get(3).asDouble(),
                score);
        return read.width() > 0 && read.height() > 0 && score >= 0 && score <= 1 ? read : null;
    }

    /** The part of a box that can be seen: labels of faces at the edge often go on beyond it, found boxes never do. */
    private static FaceBox within(FaceBox box, int width, int height) {
        return new FaceBox(
                Math.max(0, box.left()),
                Math.max(0, box.top()),
                Math.min(width, box.right()),
                Math.min(height, box.bottom()),
                box.score());
    }

    private EvaluationException wrong(String name, String problem) {
        return new EvaluationException(file + ": \"" + name + "\" " + problem);
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
