package cn.zhengqi.auth.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutsideCallsTest {

    private final AtomicInteger called = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void somebodyListens() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void nobodyListens() {
        receiver.stop(0);
    }

    @Test
    void a_name_that_means_this_machine_is_not_called() throws IOException {
        try (OutsideCalls calls = new OutsideCalls("Test/1", false)) {
            assertThat(calls.send(post("localhost")).problem()).isEqualTo("ADDRESS_NOT_PUBLIC");
            assertThat(calls.send(post("127.0.0.1")).problem()).isEqualTo("ADDRESS_NOT_PUBLIC");
        }
        assertThat(called).hasValue(0);
    }

    @Test
    void on_one_machine_it_is_and_nobody_is_followed_elsewhere() throws IOException {
        try (OutsideCalls calls = new OutsideCalls("Test/1", true)) {
            OutsideCalls.Outcome outcome = calls.send(post("127.0.0.1"));
            assertThat(outcome.status()).isEqualTo(307);
            assertThat(outcome.isDelivered()).isFalse();
        }
        assertThat(called).hasValue(1);
    }

    private HttpPost post(String host) {
        return new HttpPost("http://" + host + ":" + receiver.getAddress().getPort() + "/");
    }
}
