package io.crowdlake.hub.mqtt;

import io.crowdlake.hub.net.Protocol;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.EventExecutorGroup;

/** MQTT on a connection, be it TLS itself or a WebSocket over it. */
public final class MqttProtocol implements Protocol {

    private static final int CONNECT_SECONDS = 30;

    private final int maxBytes;
    private final EndpointFactory endpoints;

    /**
     * @param maxBytes of one packet
     */
    public MqttProtocol(int maxBytes, EndpointFactory endpoints) {
        this.maxBytes = maxBytes;
        this.endpoints = endpoints;
    }

    @Override
    public void begin(ChannelPipeline connection, EventExecutorGroup work) {
        connection.addLast(new IdleStateHandler(CONNECT_SECONDS, 0, 0));
        connection.addLast(new MqttDecoder(maxBytes));
        connection.addLast(MqttEncoder.INSTANCE);
        connection.addLast(work, new MqttSession(endpoints));
    }
}
