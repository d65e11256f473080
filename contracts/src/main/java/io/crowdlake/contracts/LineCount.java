package io.crowdlake.contracts;

/**
 * Who walked over a line.
 *
 * @param line its name
 * @param inCount crossings inwards
 * @param outCount crossings outwards
 */
public record LineCount(String line, long inCount, long outCount) {

    public LineCount {
        Checks.notBlank(line, "line");
        Checks.notNegative(inCount, "inCount");
        Checks.notNegative(outCount, "outCount");
    }
}
