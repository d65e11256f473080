package io.crowdlake.lake;

import java.nio.file.Path;
import java.util.List;

/** Where migrations come from. */
@FunctionalInterface
public interface MigrationSource {

    /** All migrations; in any order. */
    List<Migration> migrations();

    /** Those of this version of Crowdlake. */
    static MigrationSource builtIn() {
        return () -> SqlFiles.onClasspath("migrations").entrySet().stream()
                .map(file -> Migration.of(file.getKey(), file.getValue()))
                .toList();
    }

    /** The {@code *.sql} files of a folder. */
    static MigrationSource folder(Path folder) {
        return () -> SqlFiles.inFolder(folder).entrySet().stream()
                .map(file -> Migration.of(file.getKey(), file.getValue()))
                .toList();
    }
}
