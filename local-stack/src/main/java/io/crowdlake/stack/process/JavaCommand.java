package io.crowdlake.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the command line of a child JVM. The class path travels as an environment variable, so that {@code ps} stays readable. */
public final class JavaCommand {

    /** What a JVM ends with whose heap does not suffice. */
    public static final int OUT_OF_MEMORY = 3;

    private final Path java;
    private final String mainClass;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** A JVM from the given Java home. */
    public JavaCommand(Path javaHome, String mainClass) {
        this.java = javaHome.resolve("bin").resolve("java");
        this.mainClass = mainClass;
    }

    /** A JVM of the same Java as this one. */
    public static JavaCommand ofMain(String mainClass) {
        return new JavaCommand(Path.of(System.getProperty("java.home")), mainClass);
    }

    public JavaCommand heap(int megabytes) {
        return option("-Xmx" + megabytes + "m");
    }

    public JavaCommand option(String option) {
        options.add(option);
        return this;
    }

    public JavaCommand options(List<String> several) {
        options.addAll(several);
        return this;
    }

    public JavaCommand property(String key, String value) {
        return option("-D" + key + "=" + value);
    }

    public JavaCommand classpath(String classpath) {
        return environment("CLASSPATH", classpath);
    }

    public JavaCommand environment(String key, String value) {
        environment.put(key, value);
        return this;
    }

    public JavaCommand arguments(String... several) {
        arguments.addAll(List.of(several));
        return this;
    }

    /** The process to start. It ends with {@link #OUT_OF_MEMORY} when its heap does not suffice. */
    public ProcessSpec as(String name, Path log) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + log.resolveSibling(name + ".crash.log"));
        command.add("-Djava.awt.headless=true");
        command.addAll(options);
        command.add(mainClass);
        command.addAll(arguments);
        return new ProcessSpec(name, command, environment, log);
    }
}
