package io.crowdlake.stack.install;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the archives in which the parts come, links and execute permissions included. */
final class ArchiveUnpacker {

    private static final int BUFFER = 1 << 16;
    private static final int EXECUTE_BITS = 0111;

    private ArchiveUnpacker() {}

    /** Unpacks a {@code .tar.gz}; {@code skip} leading path elements are left out. Progress is in bytes read. */
    static void tarGz(InputStream in, Path folder, int skip, LongConsumer progress) throws IOException {
        tar(new GZIPInputStream(new Counting(in, progress), BUFFER), folder, skip);
    }

    /** Unpacks a {@code .tar.xz}. */
    static void tarXz(InputStream in, Path folder) throws IOException {
        tar(new XZCompressorInputStream(new BufferedInputStream(in, BUFFER)), folder, 0);
    }

    /** Unpacks a {@code .zip} of plain files; {@code skip} leading path elements are left out. Progress is in bytes read. */
    static void zip(InputStream in, Path folder, int skip, LongConsumer progress) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new Counting(in, progress), BUFFER))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = target(folder, entry.getName(), skip);
                if (target == null) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static void tar(InputStream in, Path folder, int skip) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = target(folder, entry.getName(), skip);
                if (target != null) {
                    write(tar, entry, folder, target, skip);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, Path target, int skip)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, target(folder, entry.getLinkName(), skip));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & EXECUTE_BITS) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Where an entry goes, or null for one that is left out; refuses a path that leads out of the folder. */
    private static Path target(Path folder, String name, int skip) throws IOException {
        Path path = Path.of(name).normalize();
        if (path.isAbsolute() || path.startsWith("..")) {
            throw new IOException("the archive's entry " + name + " leads out of the folder");
        }
        if (path.toString().isEmpty() || path.getNameCount() <= skip) {
            return null;
        }
        return folder.resolve(path.subpath(skip, path.getNameCount()).toString());
    }

    /** Tells how many bytes have been read. */
    private static final class Counting extends FilterInputStream {

        private final LongConsumer progress;
        private long count;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            advance(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            advance(Math.max(0, read));
            return read;
        }

        private void advance(int bytes) {
            count += bytes;
            progress.accept(count);
        }
    }
}
