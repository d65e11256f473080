package io.crowdlake.job.ingest;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Origin;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.flink.AnalysisOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topic of frame analyses: one outcome for each message, whatever the message is. */
final class FrameAnalysisDeserializer implements KafkaRecordDeserializationSchema<AnalysisOutcome> {

    private static final long serialVersionUID = 1;

    private final IngestLimits limits;
    private final Clock clock;

    FrameAnalysisDeserializer(IngestLimits limits) {
        this(limits, Clock.system(ZoneOffset.UTC));
    }

    FrameAnalysisDeserializer(IngestLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<AnalysisOutcome> out) {
        Instant now = clock.instant();
        Origin origin = new Origin(message.topic(), message.partition(), message.offset());
        out.collect(read(message.value(), origin, now));
    }

    private AnalysisOutcome read(byte[] body, Origin origin, Instant now) {
        try {
            FrameAnalysis analysis = AnalysisJson.read(body, limits, now);
            return new AnalysisOutcome(analysis.origin() == null ? withOrigin(analysis, origin) : analysis, null);
        } catch (AnalysisException e) {
            return new AnalysisOutcome(
                    null,
                    new DeadLetter(
                            e.reason(), e.getMessage(), null, origin, body == null ? 0 : body.length, null, now));
        }
    }

    private static FrameAnalysis withOrigin(FrameAnalysis analysis, Origin origin) {
        return new FrameAnalysis(
                analysis.deviceId(),
                analysis.bootId(),
                analysis.sequence(),
                analysis.capturedAt(),
                analysis.enqueuedAt(),
                analysis.analyzedAt(),
                analysis.frameWidth(),
                analysis.frameHeight(),
                analysis.modelVersion(),
                analysis.faces(),
                origin);
    }

    @Override
    public TypeInformation<AnalysisOutcome> getProducedType() {
        return TypeInformation.of(AnalysisOutcome.class);
    }
}
