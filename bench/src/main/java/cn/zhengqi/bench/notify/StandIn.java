package cn.zhengqi.bench.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in of a provider, in its protocol, which remembers to which phone it brought which messages, and says so when it is asked. It takes some time for each; of some of a thousand ({@link Failing}) it gives no answer, or refuses them. It can die, and come back under the same address.
 */
abstract class StandIn implements AutoCloseable {

    private static final int TAKES_MILLIS = 15;

    private final ConcurrentHashMap<String, Queue<String>> brought = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Random random = new Random(5);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Failing failing;
    private final int port;
    private @Nullable HttpServer server;

    /**
     * Of a thousand messages.
     *
     * @param refused for a reason of its own
     * @param swallowed without an answer
     * @param silent brought without an answer
     */
    record Failing(int refused, int swallowed, int silent) {

        static final Failing NEVER = new Failing(0, 0, 0);
    }

    StandIn(Failing failing) {
        this.failing = failing;
        this.server = start(0);
        this.port = server.getAddress().getPort();
    }

    /** To whom the request wants a message brought. */
    abstract String phone(String query, String body);

    /** Our id of the message that it wants brought. */
    abstract String id(String query, String body);

    /** Whether it wants to know what became of what was brought to a phone. */
    abstract boolean isInquiry(Headers headers);

    /** @param ids of all that was brought to the phone */
    abstract String known(String phone, Collection<String> ids);

    abstract String taken(String phone);

    abstract String refused();

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Ids of the messages by phone. */
    Map<String, Queue<String>> brought() {
        return brought;
    }

    int asked() {
        return asked.get();
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
        String phone = phone(query, body);
        if (isInquiry(exchange.getRequestHeaders())) {
            asked.incrementAndGet();
            respond(exchange, known(phone, brought.getOrDefault(phone, new ConcurrentLinkedQueue<>())));
            return;
        }
        int lot;
        synchronized (random) {
            lot = random.nextInt(1000);
        }
        if (lot < failing.refused()) {
            respond(exchange, refused());
        } else if (lot < failing.refused() + failing.swallowed()) {
            exchange.close();
        } else {
            brought.computeIfAbsent(phone, nobody -> new ConcurrentLinkedQueue<>())
                    .add(id(query, body));
            if (lot < failing.refused() + failing.swallowed() + failing.silent()) {
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
