package io.crowdlake.hub.net;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a client has shown of itself in TLS, and proved to hold the key of. */
public final class ClientCertificates {

    private ClientCertificates() {}

    /** Its own first; empty where it has shown none, which is for others to judge. */
    public static List<X509Certificate> of(ChannelPipeline connection) {
        try {
            return Stream.of(connection
                            .get(SslHandler.class)
                            .engine()
                            .getSession()
                            .getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
