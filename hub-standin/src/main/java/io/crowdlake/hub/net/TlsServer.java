package io.crowdlake.hub.net;

import io.crowdlake.hub.HubException;
import io.crowdlake.hub.certificate.Credential;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Listens at one port. A client may show a certificate, and need not. */
public final class TlsServer implements AutoCloseable {

    private static final int IO_THREADS = 2;
    private static final int WORK_THREADS = 4;
    private static final int QUIET_MILLIS = 100;
    private static final int STOP_MILLIS = 5_000;

    private final EventLoopGroup io = new MultiThreadIoEventLoopGroup(IO_THREADS, NioIoHandler.newFactory());
    private final EventExecutorGroup work = new DefaultEventExecutorGroup(WORK_THREADS);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel server;

    private TlsServer(InetSocketAddress address, SslContext tls, Protocol protocol) throws InterruptedException {
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
                        channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        protocol.begin(channel.pipeline(), work);
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
     * @param credential of the server
     * @throws IOException when the port is taken or may not be opened
     */
    public static TlsServer start(InetSocketAddress address, Credential credential, Protocol protocol)
            throws IOException, InterruptedException {
        try {
            SslContext tls = SslContextBuilder.forServer(credential.key(), credential.certificate())
                    .clientAuth(ClientAuth.OPTIONAL)
                    // a client proves to hold the key; whether the certificate counts is for the authenticator to
                    // judge, who knows the device
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
            return new TlsServer(address, tls, protocol);
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
