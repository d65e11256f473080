package io.crowdlake.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Addresses of this machine alone. Azure's device SDK connects to port 8883 whatever one asks for; so two hubs on one machine need two addresses,
 * and Linux answers to all of 127.0.0.0/8.
 */
public final class LoopbackAddress {

    private static final int ATTEMPTS = 100;

    private LoopbackAddress() {}

    /** One at which nobody listens to this port; throws HubException where there is none. */
    public static String free(int port) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < ATTEMPTS; i++) {
            String address =
                    "127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + "." + random.nextInt(1, 255);
            if (isFree(address, port)) {
                return address;
            }
        }
        throw new HubException("no address within 127.0.0.0/8 has port " + port + " free");
    }

    /** Whether nobody listens to this port of that address. */
    public static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
