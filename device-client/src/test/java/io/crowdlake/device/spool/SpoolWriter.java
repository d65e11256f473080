package io.crowdlake.device.spool;

import java.nio.file.Path;
import java.time.Clock;

/** Main of a process that fills a spool until it is killed, and says which frames were accepted. */
final class SpoolWriter {

    private SpoolWriter() {}

    public static void main(String[] arguments) throws Exception {
        Spool spool = Spool.open("door", Path.of(arguments[0]), SpoolLimits.DEFAULT, Clock.systemUTC());
        for (long i = 0; ; i++) {
            spool.append(SpoolTest.frame(i, 20_000));
            System.out.println(i);
        }
    }
}
