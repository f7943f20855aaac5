package cn.zhengqi.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Who listens where on this machine, read from the kernel rather than guessed from an answer on the port. */
public final class Ports {

    private static final String LISTEN = "0A";
    private static final int CONNECT_LIMIT_MILLIS = 3_000;

    private Ports() {}

    /** Whether nobody listens on the port at any address. */
    public static boolean isFree(int port) {
        if (!listeningInodes(port).isEmpty()) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a port that is taken, naming the process that has it where the kernel tells. */
    public static void requireFree(String what, int port) {
        if (isFree(port)) {
            return;
        }
        var owner = ownerOf(port);
        var by = owner.isPresent()
                ? "pid " + owner.getAsLong()
                        + ProcessHandle.of(owner.getAsLong())
                                .flatMap(process -> process.info().command())
                                .map(command -> " (" + command + ")")
                                .orElse("")
                : "another process";
        throw new EngineException("port " + port + " for " + what + " is in use by " + by);
    }

    /** Whether anybody answers there: to ask who listens, the kernel's whole table is read, and while a server starts it is asked often. */
    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Whether this very process is the one that listens on the port. */
    public static boolean isListening(long pid, int port) {
        var inodes = listeningInodes(port);
        return !inodes.isEmpty() && holdsOneOf(pid, inodes);
    }

    /** The process that listens on the port; empty if nobody does or if it belongs to a user we may not look at. */
    public static OptionalLong ownerOf(int port) {
        var inodes = listeningInodes(port);
        if (inodes.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(pid, inodes))
                .findFirst();
    }

    /**
     * A port that is free now, as are the ports at the given distances from it. Chosen below the range from which the
     * kernel takes ports for outgoing connections, so that none of those takes it between the choice and its use.
     */
    public static int free(int... distances) {
        var random = ThreadLocalRandom.current();
        for (int attempt = 0; attempt < 500; attempt++) {
            int port = random.nextInt(12_000, 31_000);
            if (isFree(port) && java.util.Arrays.stream(distances).allMatch(distance -> isFree(port + distance))) {
                return port;
            }
        }
        throw new EngineException("no free port found between 12000 and 31000");
    }

    private static Set<String> listeningInodes(int port) {
        var wanted = ":%04X".formatted(port);
        var inodes = new HashSet<String>();
        for (var table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            if (!Files.isReadable(table)) {
                continue;
            }
            try (Stream<String> lines = Files.lines(table)) {
                lines.map(line -> line.trim().split("\\s+", -1))
                        .filter(field -> field.length > 9 && field[1].endsWith(wanted) && field[3].equals(LISTEN))
                        .forEach(field -> inodes.add("socket:[" + field[9] + "]"));
            } catch (IOException e) {
                throw new EngineException("cannot read " + table, e);
            }
        }
        return inodes;
    }

    private static boolean holdsOneOf(long pid, Set<String> inodes) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return inodes.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
