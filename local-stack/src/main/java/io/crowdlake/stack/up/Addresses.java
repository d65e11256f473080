package io.crowdlake.stack.up;

import io.crowdlake.stack.console.Console;

/** Tells a person where to look and what to type. */
final class Addresses {

    private final Console console;

    Addresses(Console console) {
        this.console = console;
    }

    void print(LocalStack stack) {
        console.line("");
        console.line("Flink  " + stack.flink().rest().webInterface());
        stack.trino().ifPresent(trino -> {
            console.line("Trino  " + trino.webInterface() + "  (any user name)");
            console.line(
                    "Query  ./crowd query \"select device_id, window_start, visitors, frames from crowd_demographics\""
                            + stack.dataOption());
        });
        console.line("Stop   Ctrl-C");
        console.line("");
    }
}
