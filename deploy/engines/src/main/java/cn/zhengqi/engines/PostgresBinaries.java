package cn.zhengqi.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, extracted once per user and version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/initdb} and {@code bin/postgres}. */
    static Path extracted(Path cache) {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var archive = arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        var url = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (url == null) {
            throw new EngineException(archive + " is not on the class path");
        }
        // The address holds the artifact's version, so another version gets another folder.
        var target =
                cache.resolve("postgres-" + Integer.toHexString(url.toString().hashCode()));
        if (Files.exists(target)) {
            return target;
        }
        try (var in = new XZInputStream(url.openStream())) {
            var unpacked = Files.createTempDirectory(cache, "postgres-");
            untar(in, unpacked);
            Files.setPosixFilePermissions(
                    unpacked, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException raced) {
                EngineHome.delete(unpacked);
                if (!Files.exists(target)) {
                    throw raced;
                }
            }
            return target;
        } catch (IOException e) {
            throw new EngineException("cannot extract " + archive + " to " + cache, e);
        }
    }

    private static void untar(InputStream in, Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-x", "-f", "-", "-C", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar ended with " + tar.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
