package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.engines.Ports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against services that count as real ones do: 500 values a batch. */
class KeyRotationTest {

    private static final List<String> SERVICES = List.of("auth-service", "user-service");
    private static final int BATCH = 500;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Map<String, Encrypting> running = new LinkedHashMap<>();
    private final Set<String> down = new HashSet<>();
    private final List<String> awakened = new ArrayList<>();
    private final List<String> restarted = new ArrayList<>();
    private Secrets secrets;
    private Topology topology;

    private static final class Encrypting {

        private final HttpServer http;
        private int writing = 1;
        private int older;
        private final int all;
        private int batchesUntilItDies = Integer.MAX_VALUE;
        private boolean hasDevice;

        Encrypting(int port, int all) throws IOException {
            this.all = all;
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            http.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
            http.createContext(
                    "/internal/encryption",
                    exchange -> answer(
                            exchange,
                            200,
                            "{\"writing\":%d,\"values\":{\"account.phone\":{\"all\":%d,\"older\":%d}}}"
                                    .formatted(writing, all, older)));
            http.createContext("/internal/encryption/batches", this::batch);
            http.createContext(
                    "/internal/encryption/keys",
                    exchange -> answer(
                            exchange,
                            hasDevice ? 200 : 404,
                            hasDevice
                                    ? "{\"key\":\"device:bmV3\",\"indexKey\":\"device:aW5kZXg=\"}"
                                    : "{\"code\":\"NOT_FOUND\"}"));
            http.start();
        }

        private void batch(HttpExchange exchange) {
            if (batchesUntilItDies-- <= 0) {
                answer(exchange, 500, "");
                return;
            }
            int done = Math.min(BATCH, older);
            older -= done;
            answer(exchange, 200, "{\"done\":%d}".formatted(done));
        }

        private static void answer(HttpExchange exchange, int status, String body) {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void services_run() throws IOException {
        secrets = Secrets.in(folder);
        int offset = 11_000;
        while (!SERVICES.stream().allMatch(free(offset))) {
            offset += 7;
        }
        topology = Topology.of(offset, List.of());
        for (var service : SERVICES) {
            running.put(service, new Encrypting(Topology.serviceNamed(service).port() + offset, 1_234));
        }
    }

    private static java.util.function.Predicate<String> free(int offset) {
        return service -> Ports.isFree(Topology.serviceNamed(service).port() + offset);
    }

    @AfterEach
    void services_end() {
        running.values().forEach(service -> service.http.stop(0));
    }

    @Test
    void a_new_key_is_made_services_restart_one_by_one_and_all_is_encrypted_anew() {
        rotation().run();

        assertThat(secrets.newestDataKey()).isEqualTo(2);
        assertThat(restarted).containsExactlyElementsOf(SERVICES);
        assertThat(running.values()).allMatch(service -> service.older == 0 && service.writing == 2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Version 2 of the data keys was made", "auth-service", "500 of 1,234", "2,468 values");
    }

    @Test
    void where_keys_lie_under_a_device_it_makes_the_key_and_wraps_that_of_the_indexes() {
        running.values().forEach(service -> service.hasDevice = true);
        rotation().run();

        assertThat(secrets.dataKeys()).endsWith(",2:device:bmV3");
        assertThat(secrets.text(Secrets.Secret.ZHENGQI_INDEX_KEY)).isEqualTo("device:aW5kZXg=");
        assertThat(Secrets.in(folder).dataKeys()).as("and it is kept").endsWith(",2:device:bmV3");
        assertThat(running.values()).allMatch(service -> service.older == 0 && service.writing == 2);
    }

    @Test
    void killed_in_the_middle_it_goes_on_with_the_same_key() {
        var user = running.get("user-service");
        user.batchesUntilItDies = 1;
        assertThatThrownBy(rotation()::run)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("500");
        assertThat(user.older).isEqualTo(734);

        user.batchesUntilItDies = Integer.MAX_VALUE;
        restarted.clear();
        said.reset();
        // Typed again, it knows what lies in the folder and nothing else.
        secrets = Secrets.in(folder);
        rotation().run();

        assertThat(secrets.newestDataKey()).as("no third key").isEqualTo(2);
        assertThat(restarted).isEmpty();
        assertThat(user.older).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Goes on with version 2", "734 values were encrypted anew");
    }

    @Test
    void a_key_that_was_made_while_a_service_had_not_restarted_is_given_to_it() {
        secrets.addDataKey();
        running.get("auth-service").writing = 2;

        rotation().run();

        assertThat(restarted).containsExactly("user-service");
        assertThat(secrets.newestDataKey()).isEqualTo(2);
    }

    @Test
    void killed_while_a_service_was_down_it_starts_that_one_before_it_asks_any() {
        secrets.addDataKey();
        stop("auth-service");

        rotation().run();

        assertThat(awakened).containsExactly("auth-service");
        assertThat(restarted).as("the one that was started has the key").containsExactly("user-service");
        assertThat(secrets.newestDataKey()).as("no third key").isEqualTo(2);
        assertThat(running.values()).allMatch(service -> service.older == 0 && service.writing == 2);
    }

    private KeyRotation rotation() {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new KeyRotation(
                new PlatformClient(topology, secrets),
                secrets,
                SERVICES,
                this::awaken,
                this::restart,
                new Terminal(out, out));
    }

    /** As one that was stopped and not started again. */
    private void stop(String name) {
        running.get(name).http.stop(0);
        down.add(name);
    }

    private void awaken(String name) {
        if (!down.remove(name)) {
            return;
        }
        awakened.add(name);
        try {
            running.put(name, new Encrypting(Topology.serviceNamed(name).port() + topology.offset(), 1_234));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        turn(name);
    }

    private void restart(String name) {
        restarted.add(name);
        turn(name);
    }

    private void turn(String name) {
        var service = running.get(name);
        service.writing = secrets.newestDataKey();
        service.older = service.all;
    }
}
