package io.crowdlake.hub.mqtt;

import io.crowdlake.hub.net.Protocol;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.List;

/** MQTT in the binary frames of a WebSocket, behind a request for it. */
public final class MqttWebSocket implements Protocol {

    /** The only path at which the hub speaks it. */
    public static final String PATH = "/$iothub/websocket";

    /** The SDK of the provisioning service names no path, for which its MQTT client writes this one. */
    private static final String PROVISIONING_PATH = "/mqtt";

    private static final String SUBPROTOCOL = "mqtt";

    private final int maxBytes;
    private final Protocol mqtt;

    /**
     * @param maxBytes of one packet
     */
    public MqttWebSocket(int maxBytes, Protocol mqtt) {
        this.maxBytes = maxBytes;
        this.mqtt = mqtt;
    }

    /**
     * Whether a request is for it.
     *
     * @param target path and query
     */
    public static boolean isMeantBy(String target) {
        String path = target.split("\\?", 2)[0];
        return path.equals(PATH) || path.equals(PROVISIONING_PATH);
    }

    @Override
    public void begin(ChannelPipeline connection, EventExecutorGroup work) {
        connection.addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                // whose request comes here is decided already
                .websocketPath("/")
                .checkStartsWith(true)
                .subprotocols(SUBPROTOCOL)
                .maxFramePayloadLength(maxBytes)
                .build()));
        connection.addLast(new WebSocketFrameAggregator(maxBytes));
        connection.addLast(new Frames());
        mqtt.begin(connection, work);
    }

    /** Packets need not keep to frames: the decoder behind puts them together. */
    private static final class Frames extends MessageToMessageCodec<BinaryWebSocketFrame, ByteBuf> {

        @Override
        protected void encode(ChannelHandlerContext connection, ByteBuf bytes, List<Object> out) {
            out.add(new BinaryWebSocketFrame(bytes.retain()));
        }

        @Override
        protected void decode(ChannelHandlerContext connection, BinaryWebSocketFrame frame, List<Object> out) {
            out.add(frame.content().retain());
        }
    }
}
