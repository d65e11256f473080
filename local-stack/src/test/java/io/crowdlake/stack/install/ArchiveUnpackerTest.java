package io.crowdlake.stack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveUnpackerTest {

    @TempDir
    Path folder;

    @Test
    void unpacksTarsWithLinksAndExecutables() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            file(tar, "server-1/bin/run", "#!/bin/sh", 0755);
            file(tar, "server-1/lib/a.jar", "jar", 0644);
            link(tar, "server-1/lib/same.jar", TarConstants.LF_LINK, "server-1/lib/a.jar");
            link(tar, "server-1/lib/alias.jar", TarConstants.LF_SYMLINK, "a.jar");
        }
        AtomicLong progress = new AtomicLong();

        ArchiveUnpacker.tarGz(in(bytes), folder, 1, progress::set);

        assertThat(folder.resolve("bin/run")).isExecutable().hasContent("#!/bin/sh");
        assertThat(Files.isExecutable(folder.resolve("lib/a.jar"))).isFalse();
        assertThat(folder.resolve("lib/same.jar")).hasContent("jar");
        assertThat(folder.resolve("lib/alias.jar")).isSymbolicLink().hasContent("jar");
        assertThat(progress).hasValue(bytes.size());
    }

    @Test
    void unpacksZips() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("connector-1/"));
            zip.putNextEntry(new ZipEntry("connector-1/sub/b.jar"));
            zip.write("jar".getBytes(StandardCharsets.UTF_8));
        }

        ArchiveUnpacker.zip(in(bytes), folder.resolve("plugin"), 1, read -> {});

        assertThat(folder.resolve("plugin/sub/b.jar")).hasContent("jar");
    }

    @Test
    void refusesToWriteOutsideOfTheFolder() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/../../evil"));
            zip.write(1);
        }
        Path inner = Files.createDirectory(folder.resolve("inner"));

        assertThatThrownBy(() -> ArchiveUnpacker.zip(in(bytes), inner, 0, read -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("evil");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private static void file(TarArchiveOutputStream tar, String name, String content, int mode) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte kind, String to) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(to);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static InputStream in(ByteArrayOutputStream bytes) {
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
