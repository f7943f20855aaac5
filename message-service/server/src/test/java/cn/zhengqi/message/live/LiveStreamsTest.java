package cn.zhengqi.message.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class LiveStreamsTest {

    private final CurrentUser reader = TestUsers.withoutEnterprise();
    private final CurrentUser deaf = TestUsers.withoutEnterprise();

    @Autowired
    private LiveStreams streams;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_page_that_reads_nothing_holds_up_no_other_and_is_dropped_at_the_beat_after() throws Exception {
        moreMessagesThanFitIntoALine(deaf);
        try (Line stalled = new Line(deaf);
                Line page = new Line(reader)) {
            Queue<String> lines = page.readAlways();
            await().until(() -> streams.isOpen(deaf.accountId()));
            await().untilAsserted(() -> assertThat(lines).contains("data:{\"count\":0}"));

            await().until(() -> {
                long beats = beats(lines);
                streams.beat();
                await().until(() -> beats(lines) > beats);
                return !streams.isOpen(deaf.accountId());
            });
            assertThat(streams.isOpen(reader.accountId())).isTrue();

            // Its line ends when it reads at last what was under way.
            assertThat(stalled.readToTheEnd()).anyMatch("event:message"::equals);
        }
    }

    @Test
    void pages_end_when_the_service_stops_before_the_web_server_waits_for_them() throws Exception {
        try (Line page = new Line(reader)) {
            await().until(() -> streams.isOpen(reader.accountId()));
            streams.stop();
            assertThat(page.readToTheEnd()).first().asString().startsWith("HTTP/1.1 200");
            assertThat(streams.isOpen(reader.accountId())).isFalse();
        } finally {
            streams.start();
        }
        assertThat(streams.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    private void moreMessagesThanFitIntoALine(CurrentUser receiver) {
        jdbc.sql("""
                        insert into message (id, account_id, event_id, kind, title, body, created_at)
                        select gen_random_uuid(), ?, gen_random_uuid(), 'SYSTEM', '长消息', repeat('长', 2000), now()
                        from generate_series(1, 4000)""").param(receiver.accountId()).update();
    }

    private static long beats(Queue<String> lines) {
        return lines.stream().filter(":beat"::equals).count();
    }

    /** The line to a page that was away and has seen nothing yet. */
    private final class Line implements AutoCloseable {

        private final Socket socket = new Socket();
        private final BufferedReader in;

        Line(CurrentUser user) throws IOException {
            URI address = URI.create(client.baseUrl());
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.getOutputStream().write("""
                    GET /api/message/my/stream HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s
                    Accept: text/event-stream
                    Last-Event-ID: 0
                    Connection: close

                    """.formatted(address.getAuthority(), TestTokens.of(user))
                    .replace("\n", "\r\n")
                    .getBytes(UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        Queue<String> readAlways() {
            Queue<String> lines = new ConcurrentLinkedQueue<>();
            Thread.ofVirtual().start(() -> {
                try {
                    in.lines().forEach(lines::add);
                } catch (UncheckedIOException closed) {
                    // The test has seen enough.
                }
            });
            return lines;
        }

        List<String> readToTheEnd() {
            return in.lines().toList();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
