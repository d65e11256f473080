package io.crowdlake.job.recognize;

import io.crowdlake.counting.recognize.Person;
import io.crowdlake.counting.visit.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The people of the site at hand who are remembered, by number. Looks are apart from what else is known of people, since a visit is compared with
 * all looks and concerns one person. Its names are part of every savepoint: never change them.
 */
final class Gallery {

    static final MapStateDescriptor<Long, Look> LOOKS =
            new MapStateDescriptor<>("looks", Types.LONG, TypeInformation.of(Look.class));
    static final MapStateDescriptor<Long, Person> PEOPLE =
            new MapStateDescriptor<>("people", Types.LONG, TypeInformation.of(Person.class));

    private static final Comparator<Entry> LEAST_LATELY =
            Comparator.<Entry, Instant>comparing(entry -> entry.look().seen()).thenComparingLong(Entry::number);

    private final MapState<Long, Look> looks;
    private final MapState<Long, Person> people;

    Gallery(RuntimeContext context) {
        looks = context.getMapState(LOOKS);
        people = context.getMapState(PEOPLE);
    }

    /** All whose look is not older than the given time, whoever was seen least lately first. Those with an older one are forgotten. */
    List<Entry> since(Instant oldest) throws Exception {
        List<Entry> kept = new ArrayList<>();
        Iterator<Map.Entry<Long, Look>> entries = looks.iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, Look> entry = entries.next();
            if (entry.getValue().seen().isAfter(oldest)) {
                kept.add(new Entry(entry.getKey(), entry.getValue()));
            } else {
                entries.remove();
                people.remove(entry.getKey());
            }
        }
        kept.sort(LEAST_LATELY);
        return kept;
    }

    Person person(long number) throws Exception {
        return people.get(number);
    }

    /** Who made the visit of that name, by what was told of it. */
    Optional<Long> whoMade(String visitId) throws Exception {
        for (Map.Entry<Long, Person> entry : people.entries()) {
            if (entry.getValue().visit(visitId).isPresent()) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    void put(long number, Look look, Person person) throws Exception {
        Look known = looks.get(number);
        boolean better =
                known == null || !known.modelVersion().equals(look.modelVersion()) || look.quality() > known.quality();
        if (better) {
            looks.put(number, look);
        }
        people.put(number, person);
    }

    void forget(long number) throws Exception {
        looks.remove(number);
        people.remove(number);
    }

    /**
     * Somebody who is remembered.
     *
     * @param number of the person
     * @param look theirs
     */
    record Entry(long number, Look look) {}
}
