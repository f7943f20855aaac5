package cn.zhengqi.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Redis: the machine's redis-server or valkey-server where one is installed, otherwise the binary that comes in a
 * jar. Listens on 127.0.0.1 only, with a password; never evicts.
 */
public final class RedisServer extends ServerProcess {

    private static final String NAME = "redis";

    private final String password;

    private RedisServer(EngineHome home, int port, String password, ChildProcess process) {
        super(NAME, home, port, process, "TERM", "KILL");
        this.password = password;
    }

    /** Starts the server, or adopts the one that already runs in this home. */
    public static RedisServer start(EngineHome home, int port, String password) {
        var running = ChildProcess.running(NAME, home);
        if (running.isPresent()) {
            var server = new RedisServer(home, port, password, running.get());
            if (running.get().serves(port)) {
                server.awaitReady();
                return server;
            }
            running.get().stop("TERM", GRACE);
        }
        Ports.requireFree("Redis", port);
        var configuration = writeConfiguration(home, port, password);
        var command = List.of(binary(home.cache()).toString(), configuration.toString());
        var server = new RedisServer(home, port, password, ChildProcess.start(NAME, home, command, Map.of()));
        server.awaitReady();
        return server;
    }

    /** Form {@code redis://:password@host:port}. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    public String password() {
        return password;
    }

    @Override
    boolean answers() {
        return answersAs(process.pid());
    }

    private boolean answersAs(long pid) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(3_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 3_000);
            var question = "AUTH " + password + "\r\nINFO server\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var buffer = new byte[4096];
            while (answer.indexOf("+PONG") < 0 && answer.indexOf("-LOADING") < 0) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0 || answer.length() > 100_000) {
                    return false;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
            return answer.indexOf("process_id:" + pid + "\r\n") > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path writeConfiguration(EngineHome home, int port, String password) {
        var file = home.folder().resolve("redis.conf");
        try {
            var data = Files.createDirectories(home.folder().resolve("data"));
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, """
                    bind 127.0.0.1
                    port %d
                    dir "%s"
                    requirepass "%s"
                    appendonly yes
                    appendfsync everysec
                    save ""
                    maxmemory 128mb
                    maxmemory-policy noeviction
                    notify-keyspace-events Egx
                    """.formatted(port, data, password));
            return file;
        } catch (IOException e) {
            throw new EngineException("cannot write " + file, e);
        }
    }

    private static Path binary(Path cache) {
        var path = System.getenv("PATH");
        return Stream.concat(
                        Stream.of((path == null ? "" : path).split(":", -1)), Stream.of("/usr/bin", "/usr/local/bin"))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("redis-server", "valkey-server")
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> embedded(cache));
    }

    /** The older Redis 6.2 from the embedded-redis jar, for a machine without Redis and without root. */
    static Path embedded(Path cache) {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var resource = arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        var target = cache.resolve(resource);
        if (Files.isExecutable(target)) {
            return target;
        }
        try (var in = RedisServer.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new EngineException(resource + " is not on the class path; install redis-server");
            }
            var copy = Files.createTempFile(cache, "redis-server", "");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new EngineException("cannot extract " + resource + " to " + cache, e);
        }
    }
}
