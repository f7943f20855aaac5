package cn.zhengqi.bench.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in of a provider, in its protocol, which remembers to which phone it brought how many messages. It takes some time for each; of so many in a thousand it refuses the first part for a reason of its own, swallows
 * the second without an answer, and takes the third without an answer. It can die, and come back under the same address.
 */
abstract class StandIn implements AutoCloseable {

    private static final int TAKES_MILLIS = 15;

    private final ConcurrentHashMap<String, AtomicInteger> brought = new ConcurrentHashMap<>();
    private final AtomicInteger swallowed = new AtomicInteger();
    private final Random random = new Random(5);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int failing;
    private final int port;
    private @Nullable HttpServer server;

    /** @param failing of a thousand */
    StandIn(int failing) {
        this.failing = failing;
        this.server = start(0);
        this.port = server.getAddress().getPort();
    }

    /** To whom the request wants a message brought. */
    abstract String phone(String query, String body);

    abstract String taken(String phone);

    abstract String refused();

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Map<String, AtomicInteger> brought() {
        return brought;
    }

    int swallowed() {
        return swallowed.get();
    }

    /** Its connections break off; new ones are refused. */
    Instant die() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
        server = null;
        return Instant.now();
    }

    void comeBack() {
        server = start(port);
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }

    private HttpServer start(int wanted) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", wanted), 0);
            started.setExecutor(threads);
            started.createContext("/", this::answer);
            started.start();
            return started;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        try {
            Thread.sleep(TAKES_MILLIS);
        } catch (InterruptedException dying) {
            Thread.currentThread().interrupt();
            return;
        }
        int lot;
        synchronized (random) {
            lot = random.nextInt(1000);
        }
        String phone = phone(query, body);
        if (lot < failing - 10) {
            respond(exchange, refused());
        } else if (lot < failing - 5) {
            swallowed.incrementAndGet();
            exchange.close();
        } else {
            brought.computeIfAbsent(phone, nobody -> new AtomicInteger()).incrementAndGet();
            if (lot < failing) {
                exchange.close();
            } else {
                respond(exchange, taken(phone));
            }
        }
    }

    private static void respond(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
