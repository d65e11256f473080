package io.crowdlake.job.events;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * An event in the binary mode of CloudEvents over Kafka: the data is the body, its attributes are headers.
 *
 * @param id the same for the same news, so that a reader who has seen it can drop it: delivery is at least once
 * @param type what happened
 * @param deviceId the camera it happened at; also the record's key, so that a camera's events stay in order
 * @param time when it happened
 * @param data JSON in UTF-8
 */
record CloudEvent(String id, String type, String deviceId, Instant time, byte[] data) {

    static final String FRAME_ANALYSED = "io.crowdlake.frame-analysed.v1";
    static final String CROWD_DEMOGRAPHICS_UPDATED = "io.crowdlake.crowd-demographics-updated.v1";

    static CloudEvent of(FrameAnalysis analysis) {
        return new CloudEvent(
                analysis.deviceId() + "/" + analysis.bootId() + "/" + analysis.sequence(),
                FRAME_ANALYSED,
                analysis.deviceId(),
                analysis.analyzedAt(),
                JsonCodec.write(analysis));
    }

    static CloudEvent of(CrowdDemographics demographics) {
        return new CloudEvent(
                demographics.deviceId() + "/" + demographics.windowStart() + "/" + demographics.revision(),
                CROWD_DEMOGRAPHICS_UPDATED,
                demographics.deviceId(),
                demographics.updatedAt(),
                JsonCodec.write(demographics));
    }

    ProducerRecord<byte[], byte[]> toRecord(String topic) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, utf8(deviceId), data);
        Headers headers = message.headers();
        headers.add("ce_specversion", utf8("1.0"));
        headers.add("ce_id", utf8(id));
        headers.add("ce_type", utf8(type));
        headers.add("ce_source", utf8("/crowdlake/cameras/" + URLEncoder.encode(deviceId, StandardCharsets.UTF_8)));
        headers.add("ce_time", utf8(time.toString()));
        headers.add("content-type", utf8("application/json"));
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
