package io.crowdlake.stack.process;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of 127.0.0.1. Those handed out by one instance differ from one another. */
public final class Ports implements AutoCloseable {

    private final List<ServerSocket> held = new ArrayList<>();

    /**
     * Claims a port until {@link #close()}: the given one, or any free one for 0.
     *
     * @param part who will listen there, for the message
     * @param option which option chooses another
     * @throws StackException when the port is taken
     */
    public int claim(String part, String option, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            held.add(socket);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackException(
                    "port " + port + " for " + part + " is taken: end what listens there, or choose another with "
                            + option + " (0 = any free one)",
                    e);
        }
    }

    /** Claims any free port until {@link #close()}. */
    public int claimAny() {
        return claim("an internal purpose", "none", 0);
    }

    /** Lets go of the ports so that the parts can take them. */
    @Override
    public void close() {
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new StackException("port " + socket.getLocalPort() + " cannot be released: " + e.getMessage(), e);
            }
        }
        held.clear();
    }
}
