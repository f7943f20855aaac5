package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.sample.Booked;
import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.events.sample.Settled;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service itself is the older release; a copy of the newer one, which takes one fact more and does one thing more with another, joins it at the broker. */
@ServiceTest(classes = LedgerServiceApplication.class, events = true)
class TwoReleasesTest {

    private static final int FACTS = 60;

    private final UUID account = Ids.next();

    @Autowired
    private EventPump older;

    @Autowired
    private List<EventHandler<?>> handlers;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private EventPump newer;

    @BeforeEach
    void the_newer_release_joins(
            @Autowired Environment environment,
            @Autowired EventsProperties properties,
            @Autowired DeadLetters letters) {
        List<EventHandler<?>> more = new ArrayList<>(handlers);
        more.add(EventHandler.on(Settled.class, "settled", (settled, meta) -> record(settled.number())));
        more.add(EventHandler.on(Booked.class, "second", (booked, meta) -> record(-booked.number())));
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Inbox inbox = new Inbox(more, jdbc, transaction, Traces.NONE);
        newer = new EventPump(
                new Broker(environment.getRequiredProperty("spring.application.name"), properties),
                inbox,
                letters,
                new Releases(inbox, jdbc),
                jdbc,
                transaction,
                properties.maxAttempts());
        newer.start();
        patiently()
                .until(() -> jdbc.sql("select exists (select from event_handler where handler = 'settled')")
                        .query(Boolean.class)
                        .single());
    }

    @AfterEach
    void it_leaves() {
        newer.stop();
        jdbc.sql("delete from event_handler where handler in ('settled', 'second')")
                .update();
    }

    private void record(int number) {
        jdbc.sql("insert into effect (number, subject) values (?, ?)")
                .params(number, account)
                .update();
    }

    @Test
    void what_only_the_newer_takes_has_its_effect_once_whichever_copy_receives_it() throws Exception {
        older.followOtherReleases();

        tell(number -> new Settled(account, number));

        patiently().untilAsserted(() -> assertThat(effects()).hasSize(FACTS));
        assertThat(effects()).containsExactlyElementsOf(numbers());
    }

    @Test
    void what_the_newer_does_besides_with_a_fact_that_both_take_is_done_once_too() throws Exception {
        older.followOtherReleases();

        tell(number -> new Booked(account, number, BigDecimal.ONE, null, BusinessTime.at(Instant.now())));

        patiently().untilAsserted(() -> assertThat(effects()).hasSize(2 * FACTS));
        assertThat(effects())
                .containsExactlyElementsOf(IntStream.rangeClosed(-FACTS, FACTS)
                        .filter(number -> number != 0)
                        .boxed()
                        .toList());
    }

    @Test
    void of_a_newer_release_that_is_gone_for_an_hour_nothing_is_left_to_it() throws Exception {
        newer.stop();
        jdbc.sql(
                        "update event_handler set seen_at = now() - interval '61 minutes' where handler in ('settled', 'second')")
                .update();
        older.followOtherReleases();

        tell(number -> new Booked(account, number, BigDecimal.ONE, null, BusinessTime.at(Instant.now())));

        patiently().untilAsserted(() -> assertThat(effects()).containsExactlyElementsOf(numbers()));
    }

    private void tell(IntFunction<DomainEvent> fact) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> numbers().forEach(number -> outbox.publish(fact.apply(number), number)));
    }

    private static List<Integer> numbers() {
        return IntStream.rangeClosed(1, FACTS).boxed().toList();
    }

    private List<Integer> effects() {
        return jdbc.sql("select number from effect where subject = ? order by number")
                .param(account)
                .query(Integer.class)
                .list();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3));
    }
}
