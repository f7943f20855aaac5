package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.sample.Booked;
import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.events.sample.RecordEffect;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(classes = LedgerServiceApplication.class, events = true)
class EventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:30:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    EventLog eventLog;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Tracer tracer;

    @Autowired
    ServiceClient client;

    private final UUID account = Ids.next();

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void a_fact_is_heard_with_all_it_says() {
        Booked event = new Booked(account, 1, new BigDecimal("12.30"), null, BusinessTime.at(NOW));
        UUID id = inTransaction(() -> outbox.publish(event, 7, NOW.minusSeconds(3600)));

        await().untilAsserted(() -> assertThat(heard()).hasSize(1));

        RecordEffect.Heard heard = heard().getFirst();
        assertThat(heard.event()).isEqualTo(event);
        assertThat(heard.meta()).isEqualTo(new EventMetadata(id, "ledger.Booked", account, 7, NOW.minusSeconds(3600)));
        await().untilAsserted(() -> assertThat(unpublished()).isZero());
    }

    @Test
    void a_fact_of_a_transaction_that_failed_is_told_to_nobody() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox.publish(booked(1), 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        inTransaction(() -> outbox.publish(booked(2), 2));

        await().untilAsserted(() -> assertThat(effects()).containsExactly(2));
    }

    @Test
    void outside_of_a_transaction_nothing_is_published() {
        assertThatThrownBy(() -> outbox.publish(booked(1), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_event_twice_changes_nothing() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));

        sendAgain();
        inTransaction(() -> outbox.publish(booked(2), 2));

        await().untilAsserted(() -> assertThat(effects()).contains(2));
        await().untilAsserted(() -> assertThat(unpublished()).isZero());
        await().during(Duration.ofSeconds(2)).until(() -> effects().size() == 2);
    }

    @Test
    void what_fails_for_good_becomes_a_dead_letter_and_can_be_replayed() {
        int number = 4711;
        RecordEffect.BROKEN.add(number);
        UUID id = inTransaction(() -> outbox.publish(booked(number), 1));

        await().untilAsserted(() -> assertThat(letterOf(id)).hasSize(1));
        DeadLetters.DeadLetter letter = letterOf(id).getFirst();
        assertThat(letter.error()).contains("cannot take number 4711");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.handler()).isEqualTo("RecordEffect");
        assertThat(effects()).isEmpty();

        assertThatThrownBy(() -> deadLetters.replay(letter.id())).hasMessageContaining("4711");
        assertThat(letterOf(id)).hasSize(1);

        RecordEffect.BROKEN.remove(number);
        deadLetters.replay(letter.id());
        deadLetters.replay(letter.id());

        assertThat(effects()).containsExactly(number);
        assertThat(letterOf(id)).isEmpty();
    }

    @Test
    void hundreds_at_once_are_each_heard_once() {
        inTransaction(() -> {
            IntStream.range(0, 700).forEach(i -> outbox.publish(booked(i), i));
            return account;
        });

        await().untilAsserted(() -> assertThat(effects()).hasSize(700));
        assertThat(effects()).doesNotHaveDuplicates();
    }

    @Test
    void the_trace_goes_on_where_the_event_is_handled() {
        Span span = tracer.nextSpan().name("book").start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            inTransaction(() -> outbox.publish(booked(1), 1));
        } finally {
            span.end();
        }

        await().untilAsserted(() -> assertThat(heard()).hasSize(1));
        assertThat(heard().getFirst().traceId()).isEqualTo(span.context().traceId());
    }

    @Test
    void the_log_is_read_in_parts_and_ends_before_what_is_not_yet_decided() {
        inTransaction(() -> {
            IntStream.range(0, 5).forEach(i -> outbox.publish(booked(i), i));
            return account;
        });
        long start = jdbc.sql("select min(seq) - 1 from outbox where subject = ?")
                .param(account)
                .query(Long.class)
                .single();

        EventLog.Slice first = eventLog.after(start, 3);
        EventLog.Slice second = eventLog.after(first.lastSeq(), 1000);

        assertThat(first.items()).hasSize(3);
        assertThat(first.more()).isTrue();
        assertThat(first.items().getFirst().metadata().version()).isZero();
        assertThat(second.items()).hasSize(2);
        assertThat(second.more()).isFalse();
        inTransaction(() -> {
            outbox.publish(booked(6), 6);
            // Another transaction commits a later number while this one still runs.
            alone(() -> outbox.publish(booked(7), 7));
            assertThat(eventLogSeenByOthers(second.lastSeq())).isEmpty();
            return account;
        });
        assertThat(eventLog.after(second.lastSeq(), 1000).items()).hasSize(2);
    }

    @Test
    void the_log_is_for_services_only() {
        client.anonymous()
                .get()
                .uri("/internal/events")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        client.as(TestUsers.operator("stats.dashboard.read"))
                .get()
                .uri("/internal/events")
                .exchange()
                .expectStatus()
                .isForbidden();
        inTransaction(() -> outbox.publish(booked(1), 1));
        client.asService("stats-service")
                .get()
                .uri("/internal/events?afterSeq=0&limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].specversion")
                .isEqualTo("1.0")
                .jsonPath("$.items[0].type")
                .isEqualTo("ledger.Booked")
                .jsonPath("$.items[0].data.number")
                .isNumber();
    }

    private List<CloudEvent> eventLogSeenByOthers(long after) {
        List<CloudEvent>[] seen = new List[1];
        alone(() -> {
            seen[0] = eventLog.after(after, 1000).items();
            return account;
        });
        return seen[0];
    }

    private void alone(Supplier<UUID> work) {
        Thread thread = Thread.ofPlatform().start(() -> inTransaction(work));
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Booked booked(int number) {
        return new Booked(account, number, BigDecimal.TEN, "备注", BusinessTime.at(NOW));
    }

    private UUID inTransaction(Supplier<UUID> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void sendAgain() {
        inTransaction(() -> {
            jdbc.sql("update outbox set published_at = null where subject = ?")
                    .param(account)
                    .update();
            return account;
        });
    }

    private List<RecordEffect.Heard> heard() {
        return RecordEffect.HEARD.stream()
                .filter(heard -> heard.event().accountId().equals(account))
                .toList();
    }

    private List<Integer> effects() {
        return jdbc.sql("select number from effect where subject = ? order by number")
                .param(account)
                .query(Integer.class)
                .list();
    }

    private long unpublished() {
        return jdbc.sql("select count(*) from outbox where subject = ? and published_at is null")
                .param(account)
                .query(Long.class)
                .single();
    }

    private List<DeadLetters.DeadLetter> letterOf(UUID event) {
        return deadLetters.open(new PageRequest(1, 100)).items().stream()
                .filter(letter -> letter.eventId().equals(event))
                .toList();
    }
}
