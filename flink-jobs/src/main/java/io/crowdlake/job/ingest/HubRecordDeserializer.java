package io.crowdlake.job.ingest;

import java.time.Clock;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record out for each message in, whatever the message is: an exception here would stop the whole job, over and over. */
final class HubRecordDeserializer implements KafkaRecordDeserializationSchema<HubRecord> {

    private static final long serialVersionUID = 1;

    private final IngestLimits limits;
    private final Clock clock;

    HubRecordDeserializer(IngestLimits limits) {
        this(limits, Clock.system(ZoneOffset.UTC));
    }

    HubRecordDeserializer(IngestLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<HubRecord> out) {
        out.collect(HubRecordReader.read(message, limits, clock.instant()));
    }

    @Override
    public TypeInformation<HubRecord> getProducedType() {
        return TypeInformation.of(HubRecord.class);
    }
}
