package io.crowdlake.job;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;

/** Looks into a savepoint. */
final class Savepoints {

    private Savepoints() {}

    /** Ids of the operators whose keyed state is in RocksDB's own files. */
    static Set<String> operatorsInRocksDb(String savepoint) throws IOException {
        CheckpointMetadata metadata;
        try (DataInputStream in = new DataInputStream(
                Files.newInputStream(Path.of(URI.create(savepoint)).resolve("_metadata")))) {
            metadata = Checkpoints.loadCheckpointMetadata(in, Savepoints.class.getClassLoader(), savepoint);
        }
        Set<String> names = new TreeSet<>();
        for (OperatorState operator : metadata.getOperatorStates()) {
            boolean inRocksDb = operator.getStates().stream()
                    .flatMap(subtask -> subtask.getManagedKeyedState().stream())
                    .anyMatch(handle -> handle instanceof IncrementalRemoteKeyedStateHandle files
                            && !files.getSharedState().isEmpty());
            if (inRocksDb) {
                names.add(operator.getOperatorUid()
                        .orElse(operator.getOperatorID().toHexString()));
            }
        }
        return names;
    }
}
