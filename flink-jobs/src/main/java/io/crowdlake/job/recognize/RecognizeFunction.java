package io.crowdlake.job.recognize;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.recognize.Person;
import io.crowdlake.counting.recognize.RecognitionRules;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.looks.SealedLooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Says of each visit that ends whether its person has been at the site before. Key: the site, see {@link io.crowdlake.job.options.Sites}.
 *
 * <pre>
 * TrackedFrame ──► no visit ended ──────────────────────────────────────────────────┐
 *                  else ──► look ──► who is likest, and was not elsewhere then? ──► TrackedFrame, its visits new, returning,
 *                                    somebody: one visit more       nobody: new     re-entries or staff; no look left
 *                                                                               └──► CLOSED_VISITS
 * </pre>
 *
 * <p>A person is forgotten {@code memory} after the frame that shows them best, by the site's clock and by wall clock at the latest. Somebody
 * with more visits, or longer ones, than a visitor has is staff: what was told of their visits so far is withdrawn from the windows.
 *
 * <p>The visits of a camera come in the order of their end, whatever the order of its frames. Those of different cameras are compared in the
 * order in which they come here: which of a person's visits is called new may depend on it, how many are is the same unless looks are so alike
 * that they can be linked in more than one way.
 */
public class RecognizeFunction extends KeyedProcessFunction<String, TrackedFrame, TrackedFrame>
        implements CheckpointedFunction {

    /** Visits that have ended. */
    public static final OutputTag<Visit> CLOSED_VISITS =
            new OutputTag<>("recognized-visits", TypeInformation.of(Visit.class));

    /** Of a look: among all people of a day, worse faces look like anybody. A face of 32 pixels that the detector is sure of has a fourth. */
    static final double LEAST_QUALITY = 0.05;

    static final ValueStateDescriptor<SiteClock> CLOCK =
            new ValueStateDescriptor<>("clock", TypeInformation.of(SiteClock.class));
    static final ListStateDescriptor<String> KEY = new ListStateDescriptor<>("key-fingerprint", Types.STRING);

    private static final long serialVersionUID = 1L;

    private final RecognizeSettings settings;

    private transient LookMatcher matcher;
    private transient String fingerprint;
    private transient ListState<String> sealedWith;
    private transient ValueState<SiteClock> clock;
    private transient Gallery gallery;
    private transient Map<Recognition, Counter> told;
    private transient Counter droppedPeople;

    public RecognizeFunction(RecognizeSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    /** Reads the key, and refuses another one than sealed the state: nothing of that could be opened. */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        SealingKey key = SealedLooks.key(settings.keyFile());
        matcher = new LookMatcher(new SealedLooks(key), settings.rules().likeness());
        fingerprint = key.fingerprint();
        sealedWith = context.getOperatorStateStore().getListState(KEY);
        for (String former : sealedWith.get()) {
            if (!former.equals(fingerprint)) {
                throw new SuppressRestartsException(key.isNotTheFormer());
            }
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        sealedWith.update(List.of(fingerprint));
    }

    @Override
    public void open(OpenContext context) {
        clock = getRuntimeContext().getState(CLOCK);
        gallery = new Gallery(getRuntimeContext());
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        told = new EnumMap<>(Recognition.class);
        for (Recognition recognition : Recognition.values()) {
            told.put(
                    recognition,
                    metrics.addGroup("recognition", recognition.label()).counter("visits"));
        }
        droppedPeople = metrics.counter("droppedPeople");
    }

    @Override
    public void processElement(TrackedFrame frame, Context context, Collector<TrackedFrame> out) throws Exception {
        if (frame.visits().stream().noneMatch(VisitUpdate::closed)) {
            out.collect(frame);
            return;
        }
        List<VisitUpdate> updates = new ArrayList<>(frame.visits().size());
        List<VisitUpdate> withdrawn = new ArrayList<>();
        for (VisitUpdate update : frame.visits()) {
            VisitUpdate known = update.closed() ? recognized(update, context, withdrawn) : update;
            updates.add(known);
            if (known.isNews()) {
                told.get(known.visit().recognition()).inc();
                context.output(CLOSED_VISITS, known.visit());
            }
        }
        out.collect(frame.withVisits(updates));
        withdrawn.forEach(counted -> out.collect(TrackedFrame.withdrawing(counted)));
    }

    /** Forgets whoever was not seen for so long, also where nobody comes any more. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<TrackedFrame> out) throws Exception {
        SiteClock site = clock.value();
        if (site == null) {
            return;
        }
        if (timestamp == site.timerMillis()) {
            site = site.withTimer(0);
        }
        Instant now = site.now(context.timerService().currentProcessingTime());
        List<Gallery.Entry> people = gallery.since(now.minus(settings.rules().memory()));
        if (people.isEmpty()) {
            clock.clear();
        } else {
            clock.update(withTimer(site, people.get(0).look().seen(), context));
        }
    }

    private VisitUpdate recognized(VisitUpdate update, Context context, List<VisitUpdate> withdrawn) throws Exception {
        Look look = update.look();
        if (look == null || look.quality() < LEAST_QUALITY) {
            return update.unrecognized();
        }
        Visit visit = update.visit();
        long nowMillis = context.timerService().currentProcessingTime();
        SiteClock before = clock.value();
        SiteClock site = (before == null ? SiteClock.startingAt(visit.lastSeen(), nowMillis) : before)
                .advancedTo(visit.lastSeen(), nowMillis);
        Instant oldest = site.time().minus(settings.rules().memory());
        List<Gallery.Entry> people = gallery.since(oldest);
        boolean again = update.announcedFrames() > 0;
        Optional<Long> known = again ? gallery.whoMade(visit.visitId()) : Optional.empty();
        if (known.isEmpty() && (again || !look.seen().isAfter(oldest) || !matcher.opens(look))) {
            return update.unrecognized();
        }
        known = known.isPresent() ? known : who(people, update);
        long number = known.orElse(site.nextPerson());
        Person person = known.isEmpty() ? Person.NOBODY : gallery.person(number);
        if (known.isEmpty()) {
            site = site.withNextPerson(number + 1);
            makeRoom(people);
        }
        VisitUpdate now = tell(person, update, withdrawn, number, oldest);
        boolean leastLately =
                people.isEmpty() || look.seen().isBefore(people.get(0).look().seen());
        clock.update(
                withTimer(site, leastLately ? look.seen() : people.get(0).look().seen(), context));
        return now;
    }

    /** The person whose look is likest, and who was not elsewhere at the time. */
    private Optional<Long> who(List<Gallery.Entry> people, VisitUpdate update) throws Exception {
        for (long number : matcher.alike(update.look(), people)) {
            if (gallery.person(number).canHaveMade(update.visit())) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private VisitUpdate tell(
            Person person, VisitUpdate update, List<VisitUpdate> withdrawn, long number, Instant oldest)
            throws Exception {
        RecognitionRules rules = settings.rules();
        VisitUpdate now = person.visit(update.visit().visitId())
                .map(before -> person.toldAgain(update, before))
                .orElseGet(() -> person.told(update, rules));
        Person after = person.plus(now, oldest);
        if (!after.staff() && after.worksHere(rules)) {
            VisitUpdate last = now;
            after.counted().stream()
                    .filter(counted ->
                            !counted.visit().visitId().equals(last.visit().visitId()))
                    .forEach(withdrawn::add);
            after = after.asStaff();
            now = last.recognizedAs(Recognition.STAFF, last.seenBefore());
        }
        gallery.put(number, update.look(), after);
        return now;
    }

    private void makeRoom(List<Gallery.Entry> people) throws Exception {
        while (people.size() >= settings.mostPeople()) {
            gallery.forget(people.remove(0).number());
            droppedPeople.inc();
        }
    }

    /** Sets a timer for when the first of those remembered is to be forgotten, unless an earlier one is set. */
    private SiteClock withTimer(SiteClock site, Instant seenLeastLately, Context context) {
        // One millisecond later, since a timer may be set for a time within a millisecond.
        long due = site.millisAt(seenLeastLately.plus(settings.rules().memory())) + 1;
        if (site.timerMillis() != 0 && site.timerMillis() <= due) {
            return site;
        }
        context.timerService().registerProcessingTimeTimer(due);
        return site.withTimer(due);
    }
}
