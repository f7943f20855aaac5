package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.retention.Sweep;
import cn.zhengqi.events.sample.Booked;
import cn.zhengqi.events.sample.ExportedSpans;
import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.events.sample.RecordEffect;
import cn.zhengqi.events.sample.Whispered;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(classes = LedgerServiceApplication.class, events = true)
class EventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:30:00Z");
    private static final Rebuild.Derived EFFECTS = new Rebuild.Derived(Set.of("RecordEffect"), List.of("effect"));

    @Autowired
    Outbox outbox;

    @Autowired
    EventLog eventLog;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Inbox inbox;

    @Autowired
    EventsProperties properties;

    @Autowired
    Rebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Sweep sweep;

    @Autowired
    Tracer tracer;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ServiceClient client;

    @Autowired
    ExportedSpans spans;

    private final UUID account = Ids.next();

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
    void what_nobody_rebuilds_from_goes_a_week_after_the_broker_had_it() {
        UUID whispered = inTransaction(() -> outbox.publish(new Whispered(account, "老王"), 1));
        UUID late = inTransaction(() -> outbox.publish(new Whispered(account, "老李"), 2));
        UUID booked = inTransaction(() -> outbox.publish(booked(1), 3));
        await().untilAsserted(() -> assertThat(unpublished()).isZero());
        publishedBefore("8 days", whispered, booked);
        publishedBefore("6 days", late);

        sweep.nightly();

        assertThat(inOutbox()).containsExactly(late, booked);
    }

    @Test
    void what_the_broker_does_not_have_yet_waits_however_old_it_is() {
        UUID waiting = inTransaction(() -> {
            UUID id = outbox.publish(new Whispered(account, "老王"), 1, NOW.minus(Duration.ofDays(400)));
            sweep.nightly();
            return id;
        });

        assertThat(inOutbox()).containsExactly(waiting);
    }

    @Test
    void what_stays_names_nobody_whose_account_was_closed() {
        UUID other = Ids.next();
        inTransaction(() -> {
            outbox.publish(new Booked(account, 1, BigDecimal.ONE, "老王", BusinessTime.at(NOW)), 1);
            outbox.publishAll(List.of(
                    new Outbox.Fact(new Booked(account, 2, BigDecimal.ONE, "王某", BusinessTime.at(NOW)), 2, NOW),
                    new Outbox.Fact(new Whispered(other, "老李"), 1, NOW),
                    new Outbox.Fact(new Booked(other, 3, BigDecimal.ONE, "老李", BusinessTime.at(NOW)), 2, NOW)));
            return account;
        });

        inTransaction(() -> {
            outbox.forget(account, "已注销用户");
            return account;
        });

        assertThat(notes(account)).containsExactly("已注销用户", "已注销用户");
        assertThat(notes(other)).containsExactly("老李");
    }

    @Test
    void nothing_is_made_anew_from_facts_that_go() {
        Rebuild.Derived whispers = new Rebuild.Derived(Set.of("whispers"), List.of("effect"));

        assertThatThrownBy(() -> rebuild.anew(whispers, List.of(eventLog::after)))
                .hasMessageContaining("kept only until it is heard");
    }

    @Test
    void a_letter_that_nobody_had_tried_again_for_half_a_year_goes() {
        UUID old = deadLetter("181 days");
        UUID young = deadLetter("179 days");

        sweep.nightly();

        assertThat(jdbc.sql("select id from dead_letter where type = 'ledger.Lost'")
                        .query(UUID.class)
                        .list())
                .contains(young)
                .doesNotContain(old);
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
    void what_waits_to_be_published_is_measured() {
        inTransaction(() -> {
            UUID id = outbox.publish(booked(1), 1, Instant.now().minus(Duration.ofDays(90)));
            assertThat(meters.get("zhengqi.outbox.waiting").gauge().value()).isPositive();
            assertThat(meters.get("zhengqi.outbox.age").gauge().value()).isBetween(0.0, 60.0);
            return id;
        });
    }

    @Test
    void outside_of_a_transaction_nothing_is_published() {
        assertThatThrownBy(() -> outbox.publish(booked(1), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_event_twice_changes_nothing() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));

        inTransaction(() -> {
            sendAgain();
            return outbox.publish(booked(2), 2);
        });
        await().untilAsserted(() -> assertThat(effects()).contains(2));
        await().untilAsserted(() -> assertThat(unpublished()).isZero());

        CloudEvent first = eventLog.after(firstSeq() - 1, 1).items().getFirst();
        assertThat(inbox.handleOnce(inbox.handlersOf(first.type()).getFirst(), first))
                .isFalse();
        assertThat(effects()).containsExactly(1, 2);
    }

    @Test
    void a_message_that_cannot_be_read_is_kept_as_a_dead_letter_with_its_body() throws Exception {
        UUID key = Ids.next();
        byte[] body = ("{\"specversion\":\"1.0\",\"id\":\"" + key + "\",\"type\":").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = {0, -1, 7};
        Broker stranger = new Broker("stranger", properties);
        stranger.startProducer();
        try {
            stranger.ensureTopic("zhengqi-ledger");
            stranger.send(List.of(new Message("zhengqi-ledger", "ledger.Booked", key.toString(), body)));
            stranger.send(List.of(new Message("zhengqi-ledger", "ledger.Booked", "x", bytes)));
        } finally {
            stranger.stop();
        }

        await().untilAsserted(() -> assertThat(letterOf(key)).hasSize(1));
        DeadLetters.DeadLetter letter = letterOf(key).getFirst();
        assertThat(letter.payload()).isEqualTo(new String(body, StandardCharsets.UTF_8));
        assertThat(letter.type()).isEqualTo("ledger.Booked");
        await().untilAsserted(() -> assertThat(letterOf(UUID.nameUUIDFromBytes(bytes)))
                .extracting(DeadLetters.DeadLetter::payload)
                .containsExactly("base64:AP8H"));
        assertThatThrownBy(() -> deadLetters.replay(letter.id())).hasMessageContaining("消息无法识别");
        assertThat(letterOf(key)).hasSize(1);
    }

    @Test
    void a_fact_that_is_told_where_its_own_service_does_not_tell_is_not_believed() throws Exception {
        UUID key = Ids.next();
        byte[] forged = CloudEvent.of(key, "vault.Opened", account, Instant.now(), 1, null, Json.MAPPER.readTree("{}"))
                .toBytes();
        Broker stranger = new Broker("stranger", properties);
        stranger.startProducer();
        try {
            stranger.ensureTopic("zhengqi-ledger");
            stranger.send(List.of(new Message("zhengqi-ledger", "ledger.Booked", key.toString(), forged)));
        } finally {
            stranger.stop();
        }

        await().untilAsserted(() -> assertThat(letterOf(key))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.error()).contains("vault.Opened is not told on zhengqi-ledger")));
    }

    @Test
    void dead_letters_are_listed_and_replayed_by_who_runs_the_platform() {
        int number = 4712;
        RecordEffect.BROKEN.add(number);
        UUID id = inTransaction(() -> outbox.publish(booked(number), 1));
        await().untilAsserted(() -> assertThat(letterOf(id)).hasSize(1));
        UUID letter = letterOf(id).getFirst().id();
        String replay = "/internal/dead-letters/" + letter + "/replay";
        client.as(TestUsers.operator("events.dead-letter"))
                .post()
                .uri(replay)
                .exchange()
                .expectStatus()
                .isForbidden();
        client.asService("operations")
                .get()
                .uri("/internal/dead-letters?size=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.eventId == '%s')].handler".formatted(id))
                .isEqualTo("RecordEffect");

        RecordEffect.BROKEN.remove(number);
        client.asService("operations")
                .post()
                .uri(replay)
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(effects()).containsExactly(number);
        assertThat(letterOf(id)).isEmpty();
        assertThat(replaysOnRecord(letter))
                .as("once, by whom and of what, and not what the event holds")
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .contains("\"name\":\"operations\"", "重放死信", id.toString(), "RecordEffect")
                        .doesNotContain("12.30"));
    }

    @Test
    void a_letter_that_its_handler_refuses_again_is_on_record_as_nothing_and_stays() {
        int number = 4713;
        RecordEffect.BROKEN.add(number);
        UUID id = inTransaction(() -> outbox.publish(booked(number), 1));
        await().untilAsserted(() -> assertThat(letterOf(id)).hasSize(1));
        UUID letter = letterOf(id).getFirst().id();

        client.asService("operations")
                .post()
                .uri("/internal/dead-letters/" + letter + "/replay")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        assertThat(letterOf(id)).hasSize(1);
        assertThat(effects()).isEmpty();
        assertThat(replaysOnRecord(letter)).isEmpty();
        RecordEffect.BROKEN.remove(number);
    }

    private List<String> replaysOnRecord(UUID letter) {
        return jdbc
                .sql("select data::text from outbox where type = 'audit.ChangeRecorded' and data->>'subjectId' = ?")
                .param(letter.toString())
                .query(String.class)
                .list()
                .stream()
                .map(text -> text.replace("\": ", "\":"))
                .toList();
    }

    private long firstSeq() {
        return jdbc.sql("select min(seq) from outbox where subject = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    @Test
    void what_fails_for_good_becomes_a_dead_letter_and_can_be_replayed() {
        int number = 4711;
        RecordEffect.BROKEN.add(number);
        UUID id = inTransaction(() -> outbox.publish(booked(number), 1));

        await().untilAsserted(() -> assertThat(letterOf(id)).hasSize(1));
        assertThat(meters.get("zhengqi.dead.letters").gauge().value()).isPositive();
        DeadLetters.DeadLetter letter = letterOf(id).getFirst();
        assertThat(letter.error()).contains("cannot take number 4711");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.handler()).isEqualTo("RecordEffect");
        assertThat(effects()).isEmpty();

        assertThatThrownBy(() -> deadLetters.replay(letter.id())).hasMessageContaining("4711");
        assertThat(letterOf(id)).hasSize(1);

        RecordEffect.BROKEN.remove(number);
        deadLetters.replay(letter.id());
        // What the handler remembers ends, as it does after a month.
        jdbc.sql("delete from inbox where event_id = ?").param(id).update();

        assertThatThrownBy(() -> deadLetters.replay(letter.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
        assertThat(effects()).containsExactly(number);
        assertThat(letterOf(id)).isEmpty();
    }

    @Test
    void a_handler_that_ends_in_an_error_makes_a_dead_letter_and_its_neighbours_are_done() {
        RecordEffect.UNLINKED.add(4713);
        UUID[] broken = new UUID[1];
        inTransaction(() -> {
            outbox.publish(booked(4712), 1);
            broken[0] = outbox.publish(booked(4713), 2);
            return outbox.publish(booked(4714), 3);
        });

        await().untilAsserted(() -> assertThat(letterOf(broken[0]))
                .singleElement()
                .satisfies(letter -> assertThat(letter.error()).contains("nothing takes number 4713"))
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(2)));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(4712, 4714));
    }

    @Test
    void what_was_handled_is_remembered_as_long_as_it_can_be_replayed() {
        UUID waiting = Ids.next();
        UUID replayed = Ids.next();
        UUID common = Ids.next();
        for (UUID event : List.of(waiting, replayed, common)) {
            jdbc.sql("insert into inbox (event_id, handler, handled_at) values (?, 'x', now() - interval '31 days')")
                    .param(event)
                    .update();
        }
        jdbc.sql("""
                        insert into dead_letter (id, event_id, handler, type, payload, error, attempts, replayed_at)
                        values (?, ?, 'x', 'x', 'x', 'x', 1, null), (?, ?, 'x', 'x', 'x', 'x', 1, now())""").params(Ids.next(), waiting, Ids.next(), replayed).update();

        inbox.forgetOlderThan(Duration.ofDays(30));

        assertThat(jdbc.sql("select event_id from inbox where event_id in (?, ?, ?)")
                        .params(waiting, replayed, common)
                        .query(UUID.class)
                        .list())
                .containsExactly(waiting);
        jdbc.sql("delete from dead_letter where event_id = ?").param(waiting).update();
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
    void one_trace_leads_from_the_request_to_its_sql_its_event_and_the_sql_of_whoever_heard_it() {
        String trace = "0af7651916cd43dd" + Long.toHexString(account.getLeastSignificantBits());
        client.as(TestUsers.operator())
                .post()
                .uri("/api/ledger/accounts/{id}/bookings", account)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(jdbc.sql("select trace_parent from outbox where subject = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("00-" + trace);
        await().untilAsserted(() -> assertThat(spans.ofTrace(trace))
                .extracting(SpanData::getName)
                .contains("http post /api/ledger/accounts/{id}/bookings", "handle ledger.Booked"));
        assertThat(spans.ofTrace(trace))
                .map(span -> span.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                .filteredOn(Objects::nonNull)
                .anyMatch(sql -> sql.startsWith("insert into outbox"))
                .anyMatch(sql -> sql.startsWith("insert into effect"))
                .noneMatch(sql -> sql.contains(account.toString()));
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
        // What else runs just then holds the end back.
        await().until(() -> eventLog.after(start, 1000).items().size() == 5);

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
        await().untilAsserted(() ->
                assertThat(eventLog.after(second.lastSeq(), 1000).items()).hasSize(2));
    }

    @Test
    void a_rebuild_gives_each_event_of_the_log_its_effect_once() {
        inTransaction(() -> {
            IntStream.range(0, 3).forEach(i -> outbox.publish(booked(i), i));
            return account;
        });
        await().untilAsserted(() -> assertThat(effects()).containsExactly(0, 1, 2));
        jdbc.sql("delete from effect where subject = ? and number = 1")
                .param(account)
                .update();

        Rebuild.Report report = rebuild.anew(EFFECTS, List.of(eventLog::after));

        assertThat(effects()).containsExactly(0, 1, 2);
        assertThat(report.taken()).isPositive().isLessThanOrEqualTo(report.events());
        sendAgain();
        inTransaction(() -> outbox.publish(booked(3), 3));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(0, 1, 2, 3));
    }

    /** The older transaction took the higher number: the log shows it while the lower one is not decided yet, and whoever reads on passes that by. */
    @Test
    void a_rebuild_finds_what_was_committed_below_what_it_had_read() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Thread older = Thread.ofPlatform()
                .start(() -> inTransaction(() -> {
                    jdbc.sql("select pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
                    begun.countDown();
                    pause(numbered);
                    return outbox.publish(booked(2), 2);
                }));
        pause(begun);
        Thread younger = Thread.ofPlatform()
                .start(() -> inTransaction(() -> {
                    outbox.publish(booked(1), 1);
                    numbered.countDown();
                    pause(read);
                    return account;
                }));
        older.join();
        await().until(() -> eventLog.after(firstSeq() - 1, 1000).items().size() == 1);

        rebuild.anew(EFFECTS, List.of((after, limit) -> {
            EventLog.Slice slice = eventLog.after(after, limit);
            if (!slice.more() && read.getCount() > 0) {
                read.countDown();
                await().untilAsserted(() -> assertThat(effects()).containsExactly(1, 2));
            }
            return slice;
        }));

        younger.join();
        assertThat(effects()).containsExactly(1, 2);
    }

    @Test
    void a_rebuild_whose_source_fails_leaves_what_was_there() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));

        assertThatThrownBy(() -> rebuild.anew(EFFECTS, List.of(eventLog::after, (after, limit) -> {
                    throw new IllegalStateException("the second source is down");
                })))
                .hasMessage("the second source is down");

        assertThat(effects()).containsExactly(1);
    }

    @Test
    void a_rebuild_from_a_log_that_lacks_what_was_handled_changes_nothing() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));

        assertThatThrownBy(() ->
                        rebuild.anew(EFFECTS, List.of((after, limit) -> new EventLog.Slice(List.of(), after, false))))
                .hasMessageContaining("nothing was changed");

        assertThat(effects()).containsExactly(1);
    }

    @Test
    void a_rebuild_from_an_empty_log_does_not_empty_a_filled_table() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));
        List<String> remembered = jdbc.sql("""
                        with gone as (delete from inbox returning *) select to_jsonb(gone)::text from gone""").query(String.class).list();
        try {
            assertThatThrownBy(() -> rebuild.anew(
                            EFFECTS, List.of((after, limit) -> new EventLog.Slice(List.of(), after, false))))
                    .hasMessageContaining("nothing was changed");

            assertThat(effects()).containsExactly(1);
        } finally {
            remembered.forEach(
                    row -> jdbc.sql("insert into inbox select * from jsonb_populate_record(null::inbox, ?::jsonb)")
                            .param(row)
                            .update());
        }
    }

    @Test
    void a_log_that_came_with_a_dump_of_another_cluster_is_read_to_its_end() {
        inTransaction(() -> outbox.publish(booked(1), 1));
        long start = firstSeq() - 1;
        jdbc.sql("update outbox set written_by = '900000000000' where subject = ?")
                .param(account)
                .update();

        assertThat(eventLog.after(start, 1000).items()).hasSize(1);

        eventLog.afterSingletonsInstantiated();

        assertThat(jdbc.sql("select written_by::text from outbox where subject = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .as("a number that this cluster reaches one day does not hide it then")
                .isEqualTo("1");
        assertThat(eventLog.after(start, 1000).items()).hasSize(1);
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

    private static void pause(CountDownLatch event) {
        try {
            assertThat(event.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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

    private UUID deadLetter(String age) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into dead_letter (id, event_id, handler, type, payload, error, attempts, failed_at)
                        values (?, ?, 'lost', 'ledger.Lost', '{}', 'lost', 6, now() - cast(? as interval))""").params(id, id, age).update();
        return id;
    }

    private void publishedBefore(String age, UUID... events) {
        jdbc.sql("update outbox set published_at = now() - cast(? as interval) where id = any(?)")
                .params(age, events)
                .update();
    }

    private List<UUID> inOutbox() {
        return jdbc.sql("select id from outbox where subject = ? order by seq")
                .param(account)
                .query(UUID.class)
                .list();
    }

    private List<String> notes(UUID of) {
        return jdbc.sql("select data ->> 'note' from outbox where subject = ? and type = 'ledger.Booked' order by seq")
                .param(of)
                .query(String.class)
                .list();
    }
}
