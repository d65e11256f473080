package io.crowdlake.job.options;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** Writes the page of all options from their constants. */
final class OptionsPage {

    private OptionsPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Options of the jobs

                This page is generated from `JobOptions`; change it there and run
                `mvn -pl flink-jobs test -Dtest=OptionsPageTest -Dcrowdlake.update-docs=true`.

                An option is looked for on the command line (`--key value`), then in the file of `--config FILE` (lines of `key=value`), and has its
                default otherwise. A secret is never an option: it is read from the file that an option names, or from an environment
                variable. An unknown key is refused. Durations are written as `500ms`, `10s`, `5min`, `24h`.

                """);
        String section = "";
        for (ConfigOption<?> option : JobOptions.ALL) {
            String prefix = section(option);
            if (!prefix.equals(section)) {
                page.append(section.isEmpty() ? "" : "\n").append("## ").append(prefix);
                page.append("\n\n| option | default | |\n|---|---|---|\n");
                section = prefix;
            }
            page.append("| `")
                    .append(key(option))
                    .append("` | ")
                    .append(defaultOf(option))
                    .append(" | ");
            page.append(Descriptions.of(option)).append(" |\n");
        }
        return page.toString();
    }

    private static String section(ConfigOption<?> option) {
        int dot = option.key().indexOf('.');
        String prefix = dot < 0 ? "job" : option.key().substring(0, dot);
        return prefix.equals("checkpoint") ? "job" : prefix;
    }

    private static String key(ConfigOption<?> option) {
        return JobOptions.PREFIXES.contains(option) ? option.key() + ".KEY" : option.key();
    }

    private static String defaultOf(ConfigOption<?> option) {
        Object value = option.defaultValue();
        if (value == null || value instanceof Map) {
            return "";
        }
        return "`" + (value instanceof Duration duration ? Texts.of(duration).replace(" ", "") : plain(value)) + "`";
    }

    private static String plain(Object value) {
        return value instanceof Enum<?> && !(value instanceof SecurityProtocol)
                ? value.toString().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    /** Flink keeps descriptions as blocks of text. */
    private static final class Descriptions {

        static String of(ConfigOption<?> option) {
            return new org.apache.flink.configuration.description.HtmlFormatter()
                    .format(option.description())
                    .replace("|", "\\|");
        }
    }
}
