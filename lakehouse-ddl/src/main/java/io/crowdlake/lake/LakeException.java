package io.crowdlake.lake;

/** Something that the person who runs the command can put right; the message is one line that names the file or setting and the remedy. */
public final class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeException(String message) {
        super(oneLine(message));
    }

    public LakeException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** What went wrong underneath, as one line: the first message found from the innermost cause outwards. */
    public static String reasonOf(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null) {
                reason = at.getMessage();
            }
        }
        return oneLine(reason);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
