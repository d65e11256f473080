package io.crowdlake.hub.https;

import io.crowdlake.hub.mqtt.MqttWebSocket;
import io.crowdlake.hub.net.Protocol;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.List;

/**
 * Everything at the HTTPS port. What the first request of a connection asks for decides what the connection is.
 *
 * <pre>
 * GET /$iothub/websocket, /mqtt ─► MQTT over a WebSocket
 * all others                    ─► the first route that answers
 * </pre>
 */
public final class DeviceHttps implements Protocol {

    /** Larger than any camera's picture. */
    public static final int MAX_BODY_BYTES = 16 << 20;

    /** Between two requests of a connection, too. */
    private static final int SILENT_SECONDS = 60;

    private final Protocol webSocket;
    private final List<Route> routes;

    public DeviceHttps(Protocol webSocket, List<Route> routes) {
        this.webSocket = webSocket;
        this.routes = List.copyOf(routes);
    }

    @Override
    public void begin(ChannelPipeline connection, EventExecutorGroup work) {
        connection.addLast(new ReadTimeoutHandler(SILENT_SECONDS));
        connection.addLast(new HttpServerCodec());
        connection.addLast(new HttpServerKeepAliveHandler());
        connection.addLast(new HttpObjectAggregator(MAX_BODY_BYTES));
        connection.addLast(new Choice(work));
    }

    private final class Choice extends ChannelInboundHandlerAdapter {

        private final EventExecutorGroup work;

        Choice(EventExecutorGroup work) {
            this.work = work;
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object message) {
            ChannelPipeline pipeline = connection.pipeline();
            if (message instanceof FullHttpRequest request && MqttWebSocket.isMeantBy(request.uri())) {
                pipeline.remove(ReadTimeoutHandler.class);
                pipeline.remove(HttpServerKeepAliveHandler.class);
                webSocket.begin(pipeline, work);
            } else {
                pipeline.addLast(work, new RequestHandler(routes));
            }
            connection.fireChannelRead(message);
            pipeline.remove(this);
        }

        /** It has said nothing, or no HTTP. */
        @Override
        public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
            connection.close();
        }
    }
}
