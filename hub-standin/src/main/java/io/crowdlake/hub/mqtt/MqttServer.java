package io.crowdlake.hub.mqtt;

import io.crowdlake.hub.HubException;
import io.crowdlake.hub.certificate.Credential;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Listens for MQTT over TLS. */
public final class MqttServer implements AutoCloseable {

    private static final int CONNECT_SECONDS = 30;
    private static final int IO_THREADS = 2;
    private static final int QUIET_MILLIS = 100;
    private static final int STOP_MILLIS = 5_000;

    /** Changes of twins are written to the disk, which must not hold up other connections. */
    private static final int WORK_THREADS = 4;

    private final EventLoopGroup io = new MultiThreadIoEventLoopGroup(IO_THREADS, NioIoHandler.newFactory());
    private final EventExecutorGroup work = new DefaultEventExecutorGroup(WORK_THREADS);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel server;

    private MqttServer(InetSocketAddress address, SslContext tls, int maxBytes, EndpointFactory endpoints)
            throws InterruptedException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(io)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        ChannelPipeline pipeline = channel.pipeline();
                        pipeline.addLast(tls.newHandler(channel.alloc()));
                        pipeline.addLast(new IdleStateHandler(CONNECT_SECONDS, 0, 0));
                        pipeline.addLast(new MqttDecoder(maxBytes));
                        pipeline.addLast(MqttEncoder.INSTANCE);
                        pipeline.addLast(work, new MqttSession(endpoints));
                    }
                });
        ChannelFuture bound = bootstrap.bind(address).await();
        if (!bound.isSuccess()) {
            stopThreads();
        }
        server = bound.sync().channel();
    }

    /**
     * Starts to listen.
     *
     * @param maxBytes of one packet
     */
    public static MqttServer start(
            InetSocketAddress address, Credential credential, int maxBytes, EndpointFactory endpoints)
            throws InterruptedException {
        try {
            SslContext tls = SslContextBuilder.forServer(credential.key(), credential.certificate())
                    .clientAuth(ClientAuth.OPTIONAL)
                    // a client proves to hold the key; whether the certificate counts is for the authenticator to
                    // judge, who knows the device
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
            return new MqttServer(address, tls, maxBytes, endpoints);
        } catch (SSLException e) {
            throw new HubException("the certificate of the server cannot be used: " + e.getMessage(), e);
        }
    }

    /** Port that it listens to. */
    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        server.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        stopThreads();
    }

    private void stopThreads() {
        io.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
        work.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .syncUninterruptibly();
    }
}
