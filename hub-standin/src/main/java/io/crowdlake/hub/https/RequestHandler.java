package io.crowdlake.hub.https;

import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.net.ClientCertificates;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one connection, one at a time. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private static final int HTTPS_PORT = 443;

    private final List<Route> routes;

    RequestHandler(List<Route> routes) {
        this.routes = routes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest message) {
        String what = message.method() + " " + message.uri().split("\\?", 2)[0];
        answer(connection, message, what).whenComplete((reply, failure) -> {
            if (failure != null) {
                LOG.error("{} failed", what, failure);
            }
            connection.writeAndFlush(response(failure == null ? reply : Reply.of(500)));
        });
    }

    private CompletionStage<Reply> answer(ChannelHandlerContext connection, FullHttpRequest message, String what) {
        try {
            DeviceRequest request = request(connection, message);
            for (Route route : routes) {
                Optional<CompletionStage<Reply>> answer = route.answer(request);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return CompletableFuture.completedFuture(Reply.UNKNOWN);
        } catch (RefusedException e) {
            LOG.warn("refused {}: {}", what, e.getMessage());
            return CompletableFuture.completedFuture(Reply.of(401));
        } catch (IllegalArgumentException | URISyntaxException e) {
            return CompletableFuture.completedFuture(new Reply(400, String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static DeviceRequest request(ChannelHandlerContext connection, FullHttpRequest message)
            throws URISyntaxException {
        if (message.decoderResult().isFailure()) {
            throw new IllegalArgumentException("this is no HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        URI target = new URI(message.uri());
        return new DeviceRequest(
                host((InetSocketAddress) connection.channel().localAddress()),
                message.method().name(),
                target.getPath(),
                DeviceRequest.query(target.getRawQuery()),
                headers,
                ClientCertificates.of(connection.pipeline()),
                ByteBufUtil.getBytes(message.content()));
    }

    private static String host(InetSocketAddress address) {
        return address.getHostString() + (address.getPort() == HTTPS_PORT ? "" : ":" + address.getPort());
    }

    private static FullHttpResponse response(Reply reply) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
        if (reply.status() != Reply.NOTHING.status()) {
            HttpUtil.setContentLength(response, body.length);
        }
        return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
        LOG.debug("connection of {} failed", connection.channel().remoteAddress(), failure);
        connection.close();
    }
}
