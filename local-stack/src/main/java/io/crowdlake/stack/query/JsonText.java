package io.crowdlake.stack.query;

/** Values as lines of JSON, for commands whose output a program reads. */
public final class JsonText {

    private JsonText() {}

    /** One line; maps in their own order, times in ISO-8601. */
    public static String of(Object value) {
        return SqlValue.writeJson(value);
    }
}
