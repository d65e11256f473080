package io.crowdlake.inference.bundle;

import io.crowdlake.inference.Precision;

/** One network in the files of a bundle. */
public interface NetworkFiles {

    /** The network as it was trained. */
    String file();

    /** The same network quantised, or null. */
    String int8File();

    /** The file that is run at a precision. */
    default String file(Precision precision) {
        return precision == Precision.INT8 && int8File() != null ? int8File() : file();
    }
}
