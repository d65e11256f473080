package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.window.WindowAggregate;
import io.crowdlake.job.state.RecentFunction;
import io.crowdlake.job.track.Uptime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts the crowd of each camera by window. Key: device id. The main output is for the event topic.
 *
 * <p>A window closes when the camera's own clock has passed its end and everyone last seen in it has either been seen again or gone; a silent
 * camera's window closes when wall clock is {@code quietAfter} past its end. Until then live revisions go out when something changed: at
 * once and then at most every {@code eventsUpdateInterval} to the event topic, at most every {@code lakeUpdateInterval} to the lake, counted from
 * the window's beginning. A closed window stays until the camera's clock is {@code lateHorizon} past its end; changes bring further final
 * revisions, at the same pace. After a silence of {@code lateHorizon} only windows that the camera could still add to are kept.
 *
 * <p>Revisions of a window count from 1, over both outlets together, through every restart: equal numbers mean equal content, and the highest is
 * the answer. When the input comes to its end (bounded sources, or a stop that drains), all windows close.
 */
public class AggregateFunction extends RecentFunction<TrackedFrame, CrowdDemographics> {

    /** Revisions for the table. */
    public static final OutputTag<CrowdDemographics> LAKE_REVISIONS =
            new OutputTag<>("lake-revisions", TypeInformation.of(CrowdDemographics.class));

    private static final long serialVersionUID = 1L;

    private final AggregateSettings settings;
    private final CameraLayouts layouts;

    private transient WindowBook.Terms terms;
    private transient CrowdState state;
    private transient Uptime uptime;

    /** For cameras without lines and zones. */
    public AggregateFunction(AggregateSettings settings) {
        this(settings, CameraLayouts.NONE);
    }

    /** @param layouts what windows show of lines and zones, also where nobody was */
    public AggregateFunction(AggregateSettings settings, CameraLayouts layouts) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
        this.layouts = Objects.requireNonNull(layouts, "layouts is null");
    }

    @Override
    public void open(OpenContext context) {
        terms = WindowBook.Terms.of(settings);
        state = new CrowdState(recentValues(CrowdState.PROGRESS, CrowdProgress::heapBytes), getRuntimeContext());
        uptime = new Uptime();
    }

    @Override
    public void processElement(TrackedFrame frame, Context context, Collector<CrowdDemographics> out) throws Exception {
        CrowdProgress progress = state.progress();
        if (progress == null) {
            progress = CrowdProgress.START;
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
        WindowBook book = bookOf(progress, context);
        book.add(frame);
        book.closePassed(settings.quietAfter());
        publish(book, context, out);
        save(book, progress.timerMillis(), context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CrowdDemographics> out) throws Exception {
        CrowdProgress progress = state.progress();
        WindowBook book = bookOf(progress, context);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            book.closeAll();
        } else {
            book.closePassed(settings.quietAfter());
        }
        publish(book, context, out);
        if (book.silent() && context.timerService().currentProcessingTime() >= forgottenAt(book, context)) {
            book.forget();
        }
        save(book, timestamp == progress.timerMillis() ? 0 : progress.timerMillis(), context);
    }

    private WindowBook bookOf(CrowdProgress progress, Context context) {
        return new WindowBook(state, progress, terms, context.timerService().currentProcessingTime());
    }

    private void publish(WindowBook book, Context context, Collector<CrowdDemographics> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        if (!anyDue(book, now)) {
            return;
        }
        for (Map.Entry<Instant, ActiveWindow> entry : new TreeMap<>(book.active()).entrySet()) {
            Publication publication = entry.getValue().publication();
            boolean eventsDue = publication.eventsDue(settings) <= now;
            boolean lakeDue = publication.lakeDue(settings) <= now;
            if (!eventsDue && !lakeDue) {
                continue;
            }
            String deviceId = context.getCurrentKey();
            CameraLayout layout = layouts.of(deviceId);
            WindowAggregate window = book.aggregate(entry.getKey());
            boolean closed = publication.closed();
            CrowdDemographics content = window.toDemographics(deviceId, layout, 0, closed, Instant.ofEpochMilli(now));
            publication = publication.revised(Fingerprint.of(content));
            CrowdDemographics revision = content.withRevision(publication.revision());
            if (eventsDue && publication.eventsRevision() < publication.revision()) {
                out.collect(revision);
                publication = publication.announced(now);
            }
            if (lakeDue && publication.lakeRevision() < publication.revision()) {
                context.output(LAKE_REVISIONS, revision);
                publication = publication.stored(now);
            }
            book.published(entry.getKey(), publication);
        }
    }

    private boolean anyDue(WindowBook book, long now) {
        for (ActiveWindow window : book.active().values()) {
            if (window.publication().due(settings) <= now) {
                return true;
            }
        }
        return false;
    }

    /** Sets a timer for what is due next, unless an earlier one is set, and keeps the state. */
    private void save(WindowBook book, long timerMillis, Context context) throws Exception {
        long next = Publication.NEVER;
        for (Map.Entry<Instant, ActiveWindow> window : book.active().entrySet()) {
            Publication publication = window.getValue().publication();
            next = Math.min(next, publication.due(settings));
            if (book.silent() && !publication.closed()) {
                Instant closing = book.endOf(window.getKey()).plus(settings.quietAfter());
                next = Math.min(next, closing.toEpochMilli());
            }
        }
        long forgottenAt = forgottenAt(book, context);
        if (book.silent() && context.timerService().currentProcessingTime() < forgottenAt) {
            next = Math.min(next, forgottenAt);
        }
        long timer = timerMillis;
        if (next != Publication.NEVER && (timerMillis == 0 || next < timerMillis)) {
            context.timerService().registerProcessingTimeTimer(next);
            timer = next;
        }
        state.progress(book.close(timer, settings));
    }

    private long forgottenAt(WindowBook book, Context context) {
        return uptime.sinceNews(book.heardMillis(), context.timerService())
                + settings.lateHorizon().toMillis();
    }
}
