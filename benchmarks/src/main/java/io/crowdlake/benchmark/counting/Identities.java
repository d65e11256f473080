package io.crowdlake.benchmark.counting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which visit each person was taken for, most of the time, and how often that changed. */
final class Identities {

    /** From this overlap on two boxes agree. */
    private static final double SAME = 0.5;

    private final Map<String, Map<String, Integer>> frames = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private int switches;

    static Identities of(List<MatchedFrame> frames) {
        Identities identities = new Identities();
        frames.forEach(identities::look);
        return identities;
    }

    /** The visit that a person was in most of the frames, or null. */
    String visitOf(String stay) {
        return frames.getOrDefault(stay, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** How often a person was suddenly in another visit than before. */
    int switches() {
        return switches;
    }

    private void look(MatchedFrame frame) {
        for (int i = 0; i < frame.truth().size(); i++) {
            String stay = frame.truth().get(i);
            String visit = best(frame, i);
            if (visit != null) {
                frames.computeIfAbsent(stay, id -> new HashMap<>()).merge(visit, 1, Integer::sum);
                String before = last.put(stay, visit);
                switches += before != null && !before.equals(visit) ? 1 : 0;
            }
        }
    }

    private static String best(MatchedFrame frame, int truth) {
        String best = null;
        double most = SAME;
        for (int j = 0; j < frame.found().size(); j++) {
            if (frame.overlap()[truth][j] >= most) {
                most = frame.overlap()[truth][j];
                best = frame.found().get(j);
            }
        }
        return best;
    }
}
