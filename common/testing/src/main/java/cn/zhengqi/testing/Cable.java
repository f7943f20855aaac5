package cn.zhengqi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries bytes to a server for as long as it is plugged in; pulled out, what is open breaks and what is new breaks at once. */
public final class Cable implements AutoCloseable {

    private final ServerSocket end;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silenced = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    private Cable(ServerSocket end, String host, int port) {
        this.end = end;
        this.host = host;
        this.port = port;
    }

    public static Cable to(String host, int port) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
            Thread.ofVirtual().name("cable").start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return end.getLocalPort();
    }

    public void pullOut() {
        plugged = false;
        open.forEach(Cable::drop);
        open.clear();
    }

    public void plugIn() {
        plugged = true;
    }

    /** What is open stays open and carries nothing more, as when a machine is gone without a word; what is new works. */
    public void goSilent() {
        silenced.addAll(open);
    }

    @Override
    public void close() throws IOException {
        end.close();
        pullOut();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket here = end.accept();
                if (!plugged) {
                    drop(here);
                    continue;
                }
                Socket there = new Socket(host, port);
                open.add(here);
                open.add(there);
                carry(here, there);
                carry(there, here);
            } catch (IOException closed) {
                // The server is away, or the test is over.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                byte[] carried = new byte[8192];
                for (int read = from.getInputStream().read(carried);
                        read >= 0;
                        read = from.getInputStream().read(carried)) {
                    if (!silenced.contains(from)) {
                        to.getOutputStream().write(carried, 0, read);
                    }
                }
            } catch (IOException broken) {
                // As a broken cable does.
            } finally {
                drop(from);
                drop(to);
            }
        });
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }
}
