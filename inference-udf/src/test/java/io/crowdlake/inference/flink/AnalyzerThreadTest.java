package io.crowdlake.inference.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AnalyzerThreadTest {

    private static final Duration PATIENT = Duration.ofMinutes(5);

    private final AnalyzerThread thread =
            new AnalyzerThread("test", 4, getClass().getClassLoader());
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void tasksRunOneAfterTheOtherWithTheClassesOfTheJob() throws InterruptedException {
        thread.submit(() -> done.add(Thread.currentThread().getName()));
        thread.submit(() -> {
            if (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()) {
                done.add("classes of the job");
            }
        });
        CountDownLatch last = new CountDownLatch(1);
        thread.submit(last::countDown);
        last.await();

        assertThat(done).containsExactly("test", "classes of the job");
        thread.close(() -> {}, PATIENT);
    }

    @Test
    void closingWaitsForTheRunningTaskAndForgetsThoseThatWait() throws InterruptedException {
        thread.submit(this::work);
        thread.submit(() -> done.add("waiting"));
        started.await();

        Thread closer = closing(PATIENT);
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(done).as("nothing is closed under a running task").isEmpty();
        gate.countDown();
        closer.join();

        assertThat(done).containsExactly("worked", "closed");
    }

    @Test
    void closingDoesNotWaitForEverAndNeverClosesUnderARunningTask() throws InterruptedException {
        thread.submit(this::work);
        started.await();

        closing(Duration.ofMillis(1)).join();

        assertThat(done).isEmpty();
        gate.countDown();
        while (done.size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(done).containsExactly("worked", "closed");
    }

    @Test
    void aForgottenTaskDoesNotRun() throws InterruptedException {
        Runnable forgotten = () -> done.add("forgotten");
        thread.submit(this::work);
        started.await();
        thread.submit(forgotten);
        CountDownLatch last = new CountDownLatch(1);
        thread.submit(last::countDown);

        thread.forget(task -> task.equals(forgotten));
        gate.countDown();
        last.await();

        assertThat(done).containsExactly("worked");
        thread.close(() -> {}, PATIENT);
    }

    private void work() {
        started.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.add("worked");
    }

    private Thread closing(Duration patience) {
        Thread closer = new Thread(() -> {
            try {
                thread.close(() -> done.add("closed"), patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closer.start();
        return closer;
    }
}
