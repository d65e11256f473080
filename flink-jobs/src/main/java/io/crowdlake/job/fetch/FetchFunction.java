package io.crowdlake.job.fetch;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.ingest.HubRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * The stage {@code fetch}: the address of a picture goes in, the picture or a dead letter comes out, in any order.
 *
 * <pre>
 * task thread:  address ─┬─► refused
 *                        └─► read by one of as many threads as may be in flight ─► picture, or after all attempts a dead letter
 *               timeout ───► dead letter, the thread is interrupted
 * </pre>
 *
 * <p>A store that is slow holds up the pictures in it, at most for the timeout each, and fails nothing.
 */
public final class FetchFunction extends RichAsyncFunction<CameraFrame, HubRecord> {

    /** Operator id of the stage. It is in savepoints: never change it. */
    public static final String UID = "fetch";

    private static final long serialVersionUID = 1;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final String JPEG = "image/jpeg";

    private final FetchSettings settings;
    private final long firstPauseMillis;

    private transient ExecutorService readers;
    private transient BlobReader reader;
    private transient Map<ResultFuture<HubRecord>, Future<?>> running;

    FetchFunction(FetchSettings settings, long firstPauseMillis) {
        this.settings = settings;
        this.firstPauseMillis = firstPauseMillis;
    }

    /** The pictures of these addresses; what cannot be read goes to the dead letters. */
    public static DataStream<CameraFrame> pictures(
            DataStream<CameraFrame> addresses, FetchSettings settings, DeadLetters deadLetters) {
        DataStream<HubRecord> read = AsyncDataStream.unorderedWait(
                        addresses,
                        new FetchFunction(settings, FIRST_PAUSE_MILLIS),
                        settings.timeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.capacity())
                .returns(TypeInformation.of(HubRecord.class))
                .uid(UID)
                .name(UID);
        SingleOutputStreamOperator<CameraFrame> pictures =
                read.process(new PictureSplitter()).uid(UID + "-outcomes").name(UID + "-outcomes");
        deadLetters.from(pictures, PictureSplitter.DEAD_LETTERS);
        return pictures;
    }

    @Override
    public void open(OpenContext openContext) {
        String name = "reader of " + getRuntimeContext().getTaskInfo().getTaskNameWithSubtasks() + " ";
        ClassLoader classLoader = getRuntimeContext().getUserCodeClassLoader();
        AtomicInteger number = new AtomicInteger();
        // an address that was given up may still hold its thread for a moment, so that there is one more for the next
        readers = Executors.newFixedThreadPool(settings.capacity() + 1, work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(classLoader);
            return thread;
        });
        reader = new BlobReader(settings.maxBytes(), settings.attempts(), firstPauseMillis);
        running = new ConcurrentHashMap<>();
    }

    @Override
    public void asyncInvoke(CameraFrame address, ResultFuture<HubRecord> future) {
        try {
            String uri = BlobAddress.resolve(address, settings.containers());
            FutureTask<?> reading = new FutureTask<>(() -> read(address, uri, future), null);
            running.put(future, reading);
            readers.execute(reading);
        } catch (AnalysisException e) {
            complete(future, deadLetter(address, e.reason(), e.getMessage()));
        }
    }

    private void read(CameraFrame address, String uri, ResultFuture<HubRecord> future) {
        try {
            complete(future, HubRecord.of(address.withPayload(JPEG, reader.read(uri))));
        } catch (AnalysisException e) {
            complete(future, deadLetter(address, e.reason(), e.getMessage()));
        } catch (InterruptedException e) {
            // given up, or the task ends: there is nobody to tell
            Thread.currentThread().interrupt();
        } catch (Error e) {
            future.completeExceptionally(e);
        }
    }

    @Override
    public void timeout(CameraFrame address, ResultFuture<HubRecord> future) {
        Future<?> reading = running.get(future);
        if (reading != null) {
            reading.cancel(true);
        }
        complete(
                future,
                deadLetter(
                        address,
                        DeadLetterReason.REFERENCE_UNREADABLE,
                        "the picture was not read within " + settings.timeout().toMillis()
                                + " ms; look after the store, or raise reference.timeout"));
    }

    private void complete(ResultFuture<HubRecord> future, HubRecord outcome) {
        running.remove(future);
        future.complete(List.of(outcome));
    }

    @Override
    public void close() {
        if (readers != null) {
            readers.shutdownNow();
        }
    }

    private static HubRecord deadLetter(CameraFrame address, DeadLetterReason reason, String detail) {
        return HubRecord.of(new DeadLetter(
                reason,
                detail,
                address.deviceId(),
                address.origin(),
                address.payload().length,
                address.capturedAt(),
                Instant.now()));
    }
}
