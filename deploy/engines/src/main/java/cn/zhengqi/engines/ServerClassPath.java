package cn.zhengqi.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The class path of a Java server that runs in a JVM of its own. The server's jars lie in the local Maven repository,
 * because the build of its engine module put them there; none of them is on the class path of whoever starts it.
 */
final class ServerClassPath {

    private static final String PREFIX = "REPOSITORY/";

    private ServerClassPath() {}

    /** The engine module itself first, then its dependencies in Maven's order: the servers depend on it. */
    static List<Path> of(String server, Path cache) {
        var resource = "META-INF/zhengqi/" + server + ".classpath";
        var url = ServerClassPath.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new EngineException(resource + " is missing: build deploy/engines/" + server + " first");
        }
        try (var in = url.openStream()) {
            var entries = new ArrayList<Path>();
            entries.add(kept(container(url.toString(), resource), cache));
            var repository = repository();
            for (var jar :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).trim().split(":", -1)) {
                var path = repository.resolve(jar.substring(PREFIX.length()));
                if (!Files.exists(path)) {
                    throw new EngineException(path + " is missing: build deploy/engines/" + server + " again");
                }
                entries.add(path);
            }
            return entries;
        } catch (IOException e) {
            throw new EngineException("cannot read " + url, e);
        }
    }

    /** A copy by content, because an AOT cache is bound to path and time of each jar and the build writes its jars anew. */
    private static Path kept(Path container, Path cache) throws IOException {
        if (Files.isDirectory(container)) {
            return container;
        }
        var content = Files.readAllBytes(container);
        var crc = new CRC32();
        crc.update(content);
        var copy = cache.resolve(HexFormat.of().toHexDigits((int) crc.getValue()) + "-" + container.getFileName());
        if (!Files.exists(copy)) {
            var fresh = Files.createTempFile(cache, "engine", ".jar");
            Files.write(fresh, content);
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    private static Path repository() {
        var driver = org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var candidates = new ArrayList<>(List.of(Path.of(System.getProperty("user.home"), ".m2", "repository")));
        var told = System.getProperty("maven.repo.local");
        if (told != null) {
            candidates.addFirst(Path.of(told));
        }
        int inside = driver.indexOf("/org/postgresql/postgresql/");
        if (inside > 0) {
            candidates.addFirst(Path.of(driver.substring(0, inside)));
        }
        return candidates.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new EngineException("no local Maven repository among " + candidates));
    }

    private static Path container(String url, String resource) {
        var base = url.substring(0, url.length() - resource.length());
        if (base.startsWith("jar:")) {
            base = base.substring("jar:".length(), base.length() - "!/".length());
        }
        return Path.of(URI.create(base));
    }
}
