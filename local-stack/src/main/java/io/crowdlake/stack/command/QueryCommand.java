package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.query.LakeAccess;
import io.crowdlake.stack.query.LakeQuery;
import io.crowdlake.stack.query.ResultFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the lake. */
@Command(
        name = "query",
        description = {
            "Ask the lake in SQL (Trino's). Uses the stack that runs over the data folder, or starts what it needs for the while.",
            "Tables and views: SHOW TABLES; DESCRIBE crowd_demographics"
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", description = "One statement, in quotes")
    private String sql;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv, or json (one object a line); default ${DEFAULT-VALUE}")
    private ResultFormat format;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder();
        if (folder.isEmpty()) {
            throw new StackException("there is no lake in " + folder.root() + " yet: run ./crowd up first");
        }
        Console console = Console.standardError();
        CacheFolder cache = CacheFolder.of(System.getenv());
        QueryEngine queryEngine = new QueryEngine(cache, Checkout.current(), console, JavaHomes.ofThisMachine());
        try (LakeAccess lake = LakeAccess.open(folder, cache, console)) {
            LakeQuery.print(lake.trinoPort(queryEngine), sql, format, System.out);
        }
        return 0;
    }
}
