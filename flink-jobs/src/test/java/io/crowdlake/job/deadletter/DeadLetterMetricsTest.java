package io.crowdlake.job.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DeadLetterReason;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class DeadLetterMetricsTest {

    private final Map<String, Counter> counters = new TreeMap<>();

    @Test
    void everyReasonIsCountedByItself() {
        DeadLetterMetrics metrics = new DeadLetterMetrics(new Recording(""));
        metrics.count(DeadLetterReason.IMAGE_INVALID);
        metrics.count(DeadLetterReason.IMAGE_INVALID);
        metrics.count(DeadLetterReason.TOO_LATE);

        assertThat(counters).hasSize(DeadLetterReason.values().length);
        assertThat(counters.get("reason.IMAGE_INVALID.deadLetters").getCount()).isEqualTo(2);
        assertThat(counters.get("reason.TOO_LATE.deadLetters").getCount()).isEqualTo(1);
        assertThat(counters.get("reason.BODY_EMPTY.deadLetters").getCount()).isZero();
    }

    /** Remembers counters by their full name. */
    private final class Recording extends UnregisteredMetricsGroup {

        private final String prefix;

        Recording(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Recording(prefix + key + "." + value + ".");
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(prefix + name, key -> new SimpleCounter());
        }
    }
}
