package io.crowdlake.hub.mqtt;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.net.ClientCertificates;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection in MQTT 3.1.1: who connects, publishes and subscribes, and the acknowledgements of both sides. What a topic means is the
 * endpoint's business. As the hub does, it ends the connection of a client that breaks a rule.
 */
final class MqttSession extends SimpleChannelInboundHandler<MqttMessage> implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    /** Messages of one client that are not acknowledged yet, above which it is not read from. */
    private static final int MAX_UNACKNOWLEDGED = 64;

    private static final int MAX_PACKET_ID = 0xffff;

    private final EndpointFactory endpoints;
    private final Map<Integer, Runnable> sentUnacknowledged = new HashMap<>();
    private ChannelHandlerContext context;
    private Endpoint endpoint;
    private int lastPacketId;
    private int receivedUnacknowledged;
    private volatile boolean ended;

    MqttSession(EndpointFactory endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, MqttMessage message) {
        if (ended) {
            return;
        }
        if (message.decoderResult().isFailure()) {
            close("what it sent is no MQTT or too large: "
                    + message.decoderResult().cause().getMessage());
        } else if (endpoint == null) {
            if (message instanceof MqttConnectMessage connect) {
                connect(connect);
            } else {
                close("it sent something before it connected");
            }
        } else {
            handle(message);
        }
    }

    private void connect(MqttConnectMessage message) {
        if (message.variableHeader().version() != MqttVersion.MQTT_3_1_1.protocolLevel()) {
            refuse(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION, "it speaks no MQTT 3.1.1");
            return;
        }
        MqttConnectPayload payload = message.payload();
        ConnectRequest request = new ConnectRequest(
                payload.clientIdentifier(),
                payload.userName() == null ? "" : payload.userName(),
                payload.passwordInBytes() == null ? "" : new String(payload.passwordInBytes(), StandardCharsets.UTF_8),
                ClientCertificates.of(context.pipeline()));
        boolean clean = message.variableHeader().isCleanSession();
        try {
            endpoint = endpoints.connect(request, clean, this);
        } catch (RefusedException e) {
            refuse(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED, e.getMessage());
            return;
        }
        int keepAlive = message.variableHeader().keepAliveTimeSeconds();
        // instead of the limit for connecting; the standard grants a client half of its time again
        context.pipeline()
                .replace(
                        IdleStateHandler.class,
                        "idle",
                        new IdleStateHandler(keepAlive * 1500L, 0, 0, TimeUnit.MILLISECONDS));
        MqttConnAckMessage accepted = MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                .sessionPresent(endpoint.resumesSession())
                .build();
        context.writeAndFlush(accepted);
        LOG.info("{} connected", endpoint.name());
        endpoint.connected();
    }

    private void refuse(MqttConnectReturnCode code, String reason) {
        LOG.warn("refused a connection from {}: {}", context.channel().remoteAddress(), reason);
        context.writeAndFlush(MqttMessageBuilders.connAck().returnCode(code).build())
                .addListener(done -> context.close());
    }

    private void handle(MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> received((MqttPublishMessage) message);
            case SUBSCRIBE -> subscribe((MqttSubscribeMessage) message);
            case UNSUBSCRIBE -> unsubscribe((MqttUnsubscribeMessage) message);
            case PUBACK -> acknowledged(((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
            case PINGREQ -> context.writeAndFlush(MqttMessage.PINGRESP);
            case DISCONNECT -> context.close();
            default -> close("it sent a " + message.fixedHeader().messageType());
        }
    }

    private void received(MqttPublishMessage message) {
        MqttQoS quality = message.fixedHeader().qosLevel();
        if (quality == MqttQoS.EXACTLY_ONCE) {
            close("it published with QoS 2, which the hub does not know");
            return;
        }
        int packetId = message.variableHeader().packetId();
        String topic = message.variableHeader().topicName();
        byte[] payload = ByteBufUtil.getBytes(message.payload());
        receivedUnacknowledged++;
        try {
            endpoint.publish(topic, payload)
                    .whenComplete((taken, failure) -> inTurn(() -> published(quality, packetId, failure)));
        } catch (IllegalArgumentException e) {
            close(e.getMessage());
            return;
        }
        if (receivedUnacknowledged >= MAX_UNACKNOWLEDGED) {
            // its messages stay in its socket, so that it slows down instead of losing some
            context.channel().config().setAutoRead(false);
        }
    }

    /** At once where that can be: what was refused must not be overtaken by what came behind it. */
    private void inTurn(Runnable work) {
        if (context.executor().inEventLoop()) {
            work.run();
        } else {
            context.executor().execute(work);
        }
    }

    private void published(MqttQoS quality, int packetId, Throwable failure) {
        receivedUnacknowledged--;
        if (failure != null) {
            close("a message was not accepted: " + failure.getMessage());
            return;
        }
        if (quality == MqttQoS.AT_LEAST_ONCE) {
            context.writeAndFlush(
                    MqttMessageBuilders.pubAck().packetId(packetId).build());
        }
        if (receivedUnacknowledged < MAX_UNACKNOWLEDGED) {
            context.channel().config().setAutoRead(true);
        }
    }

    private void subscribe(MqttSubscribeMessage message) {
        MqttMessageBuilders.SubAckBuilder answer =
                MqttMessageBuilders.subAck().packetId(message.variableHeader().messageId());
        List<String> granted = new ArrayList<>();
        for (MqttTopicSubscription one : message.payload().topicSubscriptions()) {
            if (endpoint.maySubscribe(one.topicFilter())) {
                granted.add(one.topicFilter());
                answer.addGrantedQos(
                        one.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE);
            } else {
                LOG.warn("{} may not listen to {}", endpoint.name(), one.topicFilter());
                answer.addGrantedQos(MqttQoS.FAILURE);
            }
        }
        // whoever has read the answer counts on being heard
        granted.forEach(endpoint::subscribed);
        context.writeAndFlush(answer.build());
    }

    private void unsubscribe(MqttUnsubscribeMessage message) {
        message.payload().topics().forEach(endpoint::unsubscribed);
        context.writeAndFlush(MqttMessageBuilders.unsubAck()
                .packetId(message.variableHeader().messageId())
                .build());
    }

    private void acknowledged(int packetId) {
        Runnable then = sentUnacknowledged.remove(packetId);
        if (then != null) {
            then.run();
        }
    }

    @Override
    public void send(String topic, byte[] payload) {
        context.writeAndFlush(MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.AT_MOST_ONCE)
                .payload(Unpooled.wrappedBuffer(payload))
                .build());
    }

    @Override
    public void send(String topic, byte[] payload, Runnable acknowledged) {
        context.executor().execute(() -> {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
            sentUnacknowledged.put(lastPacketId, acknowledged);
            context.writeAndFlush(MqttMessageBuilders.publish()
                    .topicName(topic)
                    .qos(MqttQoS.AT_LEAST_ONCE)
                    .messageId(lastPacketId)
                    .payload(Unpooled.wrappedBuffer(payload))
                    .build());
        });
    }

    @Override
    public void close(String reason) {
        if (!ended && context.channel().isActive()) {
            LOG.warn(
                    "{} is disconnected: {}",
                    endpoint == null ? context.channel().remoteAddress() : endpoint.name(),
                    reason);
        }
        ended = true;
        context.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext channel, Object event) {
        if (event instanceof IdleStateEvent) {
            close(endpoint == null ? "it did not connect in time" : "nothing was heard of it for too long");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) {
        if (endpoint != null) {
            LOG.info("{} is gone", endpoint.name());
            endpoint.disconnected();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable failure) {
        LOG.debug("connection of {} failed", channel.channel().remoteAddress(), failure);
        close(String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }
}
