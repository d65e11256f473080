package io.crowdlake.benchmark.counting;

import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which stay a person of a scene was at when something happened. */
final class StayIds {

    private final Map<String, List<PersonTruth>> stays;

    /** @param stays of all who came, each person's in the order of their coming */
    StayIds(List<PersonTruth> stays) {
        this.stays = stays.stream().collect(Collectors.groupingBy(PersonTruth::personId));
    }

    /** The last stay that had begun, or the first: times of coming into view are rounded. */
    String at(String personId, Duration time) {
        List<PersonTruth> all = stays.get(personId);
        int index = 0;
        while (index + 1 < all.size() && all.get(index + 1).entered().compareTo(time) <= 0) {
            index++;
        }
        return id(personId, index);
    }

    /** A person's stay of that index. */
    static String id(String personId, int stay) {
        return personId + "/" + stay;
    }
}
