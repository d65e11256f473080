package io.crowdlake.evaluation.labels;

import io.crowdlake.evaluation.EvaluationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in a data folder that says what is true of the others. */
final class LabelFile {

    /** What some editors and spreadsheets begin a text with. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private LabelFile() {}

    /** Its text; throws EvaluationException when the folder or the file is not there. */
    static String read(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException(
                    "--data " + folder + (Files.exists(folder) ? " is no folder" : " does not exist")
                            + ": name a folder with " + name + " and the files it labels");
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new EvaluationException("--data " + folder + " holds no " + name
                    + ": put the labels there as docs/model-evaluation.md says, or name another folder");
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (IOException e) {
            throw new EvaluationException(file + " cannot be read: " + e.getMessage() + "; check its permissions", e);
        }
    }
}
