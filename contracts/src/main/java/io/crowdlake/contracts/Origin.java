package io.crowdlake.contracts;

/**
 * Where in the log a message was read, so that the original can be found again.
 *
 * @param topic Kafka topic (the hub's Event Hubs compatible name)
 * @param partition its partition
 * @param offset its offset there
 */
public record Origin(String topic, int partition, long offset) {

    public Origin {
        Checks.notBlank(topic, "origin.topic");
        Checks.notNegative(partition, "origin.partition");
        Checks.notNegative(offset, "origin.offset");
    }
}
