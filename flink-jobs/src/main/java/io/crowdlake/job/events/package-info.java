/** News for other programs: JSON on Kafka topics, with the attributes of a CloudEvent in the headers. */
package io.crowdlake.job.events;
