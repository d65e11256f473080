package io.crowdlake.stack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @TempDir
    Path temporary;

    @Test
    void installsOnceOnly() throws InterruptedException {
        CacheFolder cache = new CacheFolder(temporary.resolve("cache"));
        Path first = cache.ensure("tool-1", folder -> Files.writeString(folder.resolve("tool"), "whole"));
        Path second = cache.ensure("tool-1", folder -> {
            throw new AssertionError("must not be installed again");
        });

        assertThat(first).isEqualTo(second).isEqualTo(temporary.resolve("cache/tool-1"));
        assertThat(first.resolve("tool")).hasContent("whole");
    }

    @Test
    void whatBrokeOffIsDoneAgain() throws InterruptedException {
        CacheFolder cache = new CacheFolder(temporary);
        assertThatThrownBy(() -> cache.ensure("tool-1", folder -> {
                    Files.writeString(folder.resolve("tool"), "ha");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("CROWDLAKE_CACHE");
        assertThat(cache.has("tool-1")).isFalse();
        assertThat(temporary).as("nothing half is left").isEmptyDirectory();

        cache.ensure("tool-1", folder -> Files.writeString(folder.resolve("tool"), "whole"));
        assertThat(temporary.resolve("tool-1/tool")).hasContent("whole");
    }

    @Test
    void theFasterOfTwoWins() throws InterruptedException {
        CacheFolder cache = new CacheFolder(temporary);
        Path folder = cache.ensure("tool-1", mine -> {
            Files.createDirectory(temporary.resolve("tool-1"));
            Files.writeString(temporary.resolve("tool-1/tool"), "theirs");
            Files.writeString(mine.resolve("tool"), "mine");
        });
        assertThat(folder.resolve("tool")).hasContent("theirs");
    }

    @Test
    void twoMayDeleteTheSameTree() throws Exception {
        Path tree = temporary.resolve("checkpoints");
        for (int i = 0; i < 2000; i++) {
            Files.writeString(Files.createDirectories(tree.resolve("chk-" + i)).resolve("_metadata"), "");
        }
        CompletableFuture<Void> flink = CompletableFuture.runAsync(() -> delete(tree));
        delete(tree);
        flink.get();
        assertThat(tree).doesNotExist();
    }

    private static void delete(Path tree) {
        try {
            CacheFolder.deleteTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theEnvironmentSaysWhereItIs() {
        assertThat(CacheFolder.of(Map.of("CROWDLAKE_CACHE", "/big/disk", "XDG_CACHE_HOME", "/xdg"))
                        .root())
                .isEqualTo(Path.of("/big/disk"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/xdg")).root()).isEqualTo(Path.of("/xdg/crowdlake"));
        assertThat(CacheFolder.of(Map.of()).root())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "crowdlake"));
    }
}
