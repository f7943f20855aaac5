package cn.zhengqi.local;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.KeyDeviceVariables;
import cn.zhengqi.local.Topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, extracted so that the JVM maps plain jars instead of unpacking nested ones.
 *
 * @param folder named by the content of the jar: the same content is extracted and trained once
 */
record Application(Service service, Path folder) {

    static Application of(Service service, Workspace workspace) {
        var jar = builtJar(service, workspace);
        var fingerprint = fingerprint(jar);
        return new Application(
                service, workspace.applications().resolve(service.name()).resolve(fingerprint));
    }

    static Path builtJar(Service service, Workspace workspace) {
        var target = workspace.root().resolve(service.module()).resolve("target");
        if (!Files.isDirectory(target)) {
            throw new LauncherException(service.name() + " is not built: " + workspace.shown(target) + " is missing");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(service.name() + "(-\\d.*)?\\.jar"))
                    .filter(file -> !file.getFileName().toString().matches(".*-(sources|tests|javadoc)\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow(() -> new LauncherException(
                            service.name() + " is not built: no jar in " + workspace.shown(target)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar() {
        return folder.resolve("app.jar");
    }

    Path aotCache() {
        // Another JDK refuses the cache of this one, without a word.
        var jdk = Integer.toHexString((Runtime.version() + System.getProperty("java.home")).hashCode());
        return folder.resolve("app-" + jdk + ".aot");
    }

    boolean isExtracted() {
        return Files.exists(jar());
    }

    void extract(Workspace workspace) {
        var jar = builtJar(service, workspace);
        try {
            Files.createDirectories(folder.getParent());
            var fresh = Files.createTempDirectory(folder.getParent(), "extract-");
            var log = workspace.build().resolve("extract-" + service.name() + ".log");
            var extraction = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            fresh.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            int exit = KeyDeviceVariables.removeFrom(extraction).start().waitFor();
            if (exit != 0) {
                throw new LauncherException("cannot extract " + workspace.shown(jar) + "; see " + workspace.shown(log));
            }
            Files.move(fresh.resolve(jar.getFileName().toString()), fresh.resolve("app.jar"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException("cannot extract " + workspace.shown(jar) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /** Deletes what was extracted from older builds, except for the folders in use. */
    void deleteOlder(List<Path> inUse) {
        try (Stream<Path> folders = Files.list(folder.getParent())) {
            folders.filter(other -> !other.equals(folder) && !inUse.contains(other))
                    .forEach(EngineHome::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By names and checksums in the jar's directory, so that packing the same classes again gives the same answer. */
    private static String fingerprint(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var crc = new CRC32();
            var entries = zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize())
                    .toList();
            entries.forEach(entry -> crc.update(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return HexFormat.of().toHexDigits((int) crc.getValue()) + "-" + Long.toHexString(Files.size(jar));
        } catch (IOException e) {
            throw new LauncherException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }
}
