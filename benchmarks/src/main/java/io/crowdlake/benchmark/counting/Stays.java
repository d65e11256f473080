package io.crowdlake.benchmark.counting;

import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out who could be seen in a scene, and when. Those who never showed their face are not among them: no camera that looks for faces can know of them. */
final class Stays {

    private final Map<String, List<PersonTruth>> byPerson = new HashMap<>();
    private final StayIds ids;
    private final Map<String, Duration> first = new LinkedHashMap<>();
    private final Map<String, Duration> last = new HashMap<>();

    private Stays(List<PersonTruth> people) {
        this.ids = new StayIds(people);
        for (PersonTruth person : people) {
            byPerson.computeIfAbsent(person.personId(), id -> new ArrayList<>()).add(person);
        }
    }

    static List<Stay> of(List<PersonTruth> people, List<FrameTruth> frames) {
        Stays stays = new Stays(people);
        frames.forEach(stays::look);
        return stays.seen();
    }

    private void look(FrameTruth frame) {
        for (FaceTruth face : frame.faces()) {
            if (face.clear()) {
                String id = ids.at(face.personId(), frame.position());
                first.putIfAbsent(id, frame.position());
                last.put(id, frame.position());
            }
        }
    }

    private List<Stay> seen() {
        List<Stay> seen = new ArrayList<>();
        byPerson.forEach((person, all) -> {
            for (int i = 0; i < all.size(); i++) {
                String id = StayIds.id(person, i);
                if (first.containsKey(id)) {
                    seen.add(new Stay(id, all.get(i), first.get(id), last.get(id)));
                }
            }
        });
        seen.sort(Comparator.comparing(Stay::firstShown).thenComparing(Stay::id));
        return seen;
    }
}
