package cn.zhengqi.bench.notify;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.bench.OwnMigrations;
import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.Json;
import cn.zhengqi.data.encryption.EncryptionAutoConfiguration;
import cn.zhengqi.data.encryption.KeyChanges;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.events.EventsAutoConfiguration;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.testing.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/**
 * 100,000 people are told by text message, by two copies of as much of message-service as does it, on a real PostgreSQL. The heavier of two providers, which is Alibaba Cloud's protocol, fails 5 % and dies once, in the middle. Of what got no answer one half was
 * taken; the providers are asked, as soon as the settings allow it. Found has to be: everybody has it, nobody has two, of nothing is unknown what became of it; the messages are with the other provider within a minute. {@code --quick}: 2,000. Exit status 1 when one of these is missed.
 */
public final class NotifyBench {

    private static final int RECEIVERS = 100_000;
    private static final int QUICK = 2_000;
    private static final int COPIES = 2;
    private static final StandIn.Failing FAILING = new StandIn.Failing(40, 5, 5);

    private static final Duration MOST_TO_MOVE = Duration.ofMinutes(1);
    private static final Duration DEAD_FOR = Duration.ofSeconds(75);
    private static final Duration QUICK_DEAD_FOR = Duration.ofSeconds(12);
    private static final Duration MOST_WAITED = Duration.ofMinutes(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private NotifyBench() {}

    /** As much of the service as brings text messages. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableScheduling
    @ImportAutoConfiguration({
        DataAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        EventsAutoConfiguration.class,
        EncryptionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"cn.zhengqi.message.sms", "cn.zhengqi.message.push"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "cn\\.zhengqi\\..*(Controller|Endpoint)"))
    @Import(RetentionTerms.class)
    static class Telling {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        JsonMapper json() {
            return Json.MAPPER;
        }

        /** No key changes here, and nobody keeps a record. */
        @Bean
        KeyChanges keyChanges() {
            return new KeyChanges() {
                @Override
                public void made() {}

                @Override
                public void encryptedAnew(String column, int version, int values) {}
            };
        }

        /** Each account has a phone, which auth-service would say. */
        @Bean
        InternalAccounts accounts() {
            return (InternalAccounts) Proxy.newProxyInstance(
                    NotifyBench.class.getClassLoader(),
                    new Class<?>[] {InternalAccounts.class},
                    (proxy, method, asked) -> {
                        if (!method.getName().equals("account")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        UUID id = (UUID) asked[0];
                        return new AccountRecord(
                                id,
                                UserType.ENTERPRISE,
                                null,
                                phone(id),
                                true,
                                "收信人",
                                true,
                                false,
                                false,
                                Instant.EPOCH);
                    });
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        OwnMigrations migrations() {
            return OwnMigrations.of("message-service");
        }
    }

    private static String phone(UUID account) {
        return "1%010d".formatted(account.getLeastSignificantBits() & 0xffffffffL);
    }

    public static void main(String[] arguments) throws InterruptedException {
        boolean quick = List.of(arguments).contains("--quick");
        int receivers = quick ? QUICK : RECEIVERS;
        TestServers.Database database = TestServers.get().freshDatabase("bench");
        boolean kept;
        try (StandIn dying = StandIns.aliyun(FAILING);
                StandIn other = StandIns.tencent(StandIn.Failing.NEVER)) {
            List<ConfigurableApplicationContext> copies = new ArrayList<>();
            for (int i = 0; i < COPIES; i++) {
                copies.add(copy(database, dying, other));
            }
            try {
                kept = run(
                        copies.getFirst().getBean(JdbcClient.class),
                        receivers,
                        quick ? QUICK_DEAD_FOR : DEAD_FOR,
                        dying,
                        other);
            } finally {
                copies.forEach(ConfigurableApplicationContext::close);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    private static boolean run(JdbcClient jdbc, int receivers, Duration deadFor, StandIn dying, StandIn other)
            throws InterruptedException {
        Instant began = Instant.now();
        wanted(jdbc, receivers);
        until(jdbc, receivers - receivers * 2 / 5);
        Instant death = dying.die();
        System.out.printf("%,d of %,d told; the heavier provider dies%n", receivers * 2 / 5, receivers);
        Thread.sleep(deadFor);
        dying.comeBack();
        Instant back = Instant.now();
        until(jdbc, 0);
        Duration told = Duration.between(began, Instant.now());
        until(jdbc, OPEN, 0);
        Duration took = Duration.between(began, Instant.now());
        System.out.printf(
                Locale.ROOT,
                "%,d receivers, %d copies: %.1f s, %,.0f a second; %.1f s until nothing was unknown any more%n",
                receivers,
                COPIES,
                seconds(told),
                receivers / seconds(told),
                seconds(took));
        boolean moved = moved(jdbc, death, back);
        return none(checks(jdbc, receivers, dying, other)) && moved;
    }

    /** So many are to be told, by text message alone: there is no other way here that would send it again. */
    static void wanted(JdbcClient jdbc, int receivers) {
        jdbc.sql("""
                        insert into waiting_text_notice (message_id, account_id, purpose, kind, text)
                        select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'ADMISSION_APPROVED', 'SYSTEM', '示例商会'
                        from generate_series(1, ?) n""").param(receivers).update();
    }

    /** What waits, or may have gone out, and attempts of which nobody knows. */
    static final String OPEN = """
            select (select count(*) from waiting_text_notice where ended_at is null or uncertain)
              + (select count(*) from sms_attempt where state in ('HANDED_OVER', 'UNKNOWN'))""";

    private static void until(JdbcClient jdbc, int left) throws InterruptedException {
        until(jdbc, "select count(*) from waiting_text_notice where ended_at is null", left);
    }

    private static void until(JdbcClient jdbc, String sql, int left) throws InterruptedException {
        Instant most = Instant.now().plus(MOST_WAITED);
        while (count(jdbc, sql) > left) {
            if (Instant.now().isAfter(most)) {
                throw new IllegalStateException("nobody tells any more");
            }
            Thread.sleep(LOOK);
        }
    }

    /** From the death until what goes to the dead provider is no more than a probe in five seconds for each copy. */
    private static boolean moved(JdbcClient jdbc, Instant death, Instant back) {
        Map<Long, Integer> bySecond = new HashMap<>();
        jdbc.sql("select sent_at from sms_attempt where provider = 'ALIYUN' and sent_at >= ? and sent_at < ?")
                .params(death.atOffset(ZoneOffset.UTC), back.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list()
                .forEach(at -> bySecond.merge(Duration.between(death, at).toSeconds(), 1, Integer::sum));
        long last = Duration.between(death, back).toSeconds();
        long second = 0;
        while (second <= last && within(bySecond, second) > COPIES) {
            second++;
        }
        Instant first = jdbc.sql("""
                        select min(sent_at) from sms_attempt where provider = 'TENCENT' and state in ('ACCEPTED', 'DELIVERED') and sent_at >= ?""")
                .param(death.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        int wasted = bySecond.values().stream().mapToInt(Integer::intValue).sum();
        boolean met = second <= MOST_TO_MOVE.toSeconds();
        System.out.printf(
                Locale.ROOT,
                "moved over after %d s (bar %d s: %s), first one by the other after %.2f s, %d handed to the dead one in %d s; afterwards it got %,d again%n",
                second,
                MOST_TO_MOVE.toSeconds(),
                met ? "met" : "missed",
                seconds(Duration.between(death, first)),
                wasted,
                last,
                jdbc.sql(
                                "select count(*) from sms_attempt where provider = 'ALIYUN' and state in ('ACCEPTED', 'DELIVERED') and sent_at >= ?")
                        .param(back.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single());
        return met;
    }

    private static int within(Map<Long, Integer> bySecond, long from) {
        int all = 0;
        for (long second = from; second < from + 5; second++) {
            all += bySecond.getOrDefault(second, 0);
        }
        return all;
    }

    /** What must be none of, by its name. */
    static Map<String, Long> checks(JdbcClient jdbc, int receivers, StandIn dying, StandIn other) {
        Map<String, Integer> brought = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (StandIn one : List.of(dying, other)) {
            one.brought().forEach((phone, messages) -> brought.merge(phone, messages.size(), Integer::sum));
            one.brought().values().forEach(ids::addAll);
        }
        Map<String, String> last = new HashMap<>();
        Set<String> neverHad = new HashSet<>();
        jdbc.sql(
                        "select id, account_id, state, receipt_at is not null as found from sms_attempt order by sent_at, number")
                .query(row -> {
                    last.put(phone(row.getObject("account_id", UUID.class)), row.getString("state"));
                    if (row.getString("state").equals("REFUSED") && row.getBoolean("found")) {
                        neverHad.add(row.getString("id"));
                    }
                });
        System.out.printf(
                "%,d have it; of %,d nobody knew: %,d had been taken, %,d had not and went again; the providers were asked %,d times%n",
                brought.size(),
                count(
                        jdbc,
                        "select count(*) from sms_attempt where inquiries > 0 and (state = 'DELIVERED' or receipt_at is not null)"),
                count(jdbc, "select count(*) from sms_attempt where inquiries > 0 and state = 'DELIVERED'"),
                neverHad.size(),
                dying.asked() + other.asked());
        Map<String, Long> wrong = new HashMap<>();
        wrong.put("still waiting, or given up", count(jdbc, "select count(*) from waiting_text_notice"));
        wrong.put("have it not", receivers - (long) brought.size());
        wrong.put(
                "got it twice",
                brought.values().stream().filter(times -> times > 1).count());
        wrong.put(
                "unknown at the end",
                count(jdbc, "select count(*) from sms_attempt where state in ('HANDED_OVER', 'UNKNOWN')"));
        wrong.put(
                "without an entry in the log of pushes for each time that they went",
                Math.abs(count(jdbc, "select count(*) from push_log") - receivers - neverHad.size()));
        wrong.put(
                "on record as told, and were not",
                last.entrySet().stream()
                        .filter(one -> List.of("ACCEPTED", "DELIVERED").contains(one.getValue())
                                && !brought.containsKey(one.getKey()))
                        .count());
        wrong.put(
                "on record as never had by a provider that had it",
                neverHad.stream().filter(ids::contains).count());
        wrong.put(
                "refused though the other provider was well",
                last.values().stream().filter("REFUSED"::equals).count());
        return wrong;
    }

    private static boolean none(Map<String, Long> wrong) {
        wrong.forEach((what, number) -> System.out.printf("%,8d %s%n", number, what));
        boolean none = wrong.values().stream().allMatch(number -> number == 0);
        System.out.println(none ? "everybody has it once, of nobody it is unknown" : "NOT as it must be");
        return none;
    }

    static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    static ConfigurableApplicationContext copy(TestServers.Database database, StandIn aliyun, StandIn tencent) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=bench",
                "--spring.application.name=bench-service",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--spring.cloud.nacos.config.enabled=false",
                "--spring.cloud.nacos.config.import-check.enabled=false",
                "--zhengqi.db.url=" + database.url(),
                "--zhengqi.db.user=" + database.user(),
                "--zhengqi.db.password=" + database.password(),
                "--zhengqi.db.schema=" + database.schema(),
                "--zhengqi.encryption.keys=1:" + DATA_KEY,
                "--zhengqi.encryption.index-key=" + INDEX_KEY,
                "--zhengqi.message.look-every=PT0.2S",
                "--zhengqi.sms.inquiry.look-every=PT0.5S",
                "--zhengqi.sms.inquiry.after=PT1S",
                "--zhengqi.sms.inquiry.pauses=PT3S",
                "--zhengqi.sms.inquiry.never-had-after=PT10S",
                "--zhengqi.sms.provider=ALIYUN,TENCENT",
                "--zhengqi.sms.aliyun.endpoint=" + aliyun.address(),
                "--zhengqi.sms.aliyun.access-key-id=id",
                "--zhengqi.sms.aliyun.access-key-secret=secret",
                "--zhengqi.sms.aliyun.sign-name=压测",
                "--zhengqi.sms.aliyun.weight=3",
                "--zhengqi.sms.tencent.endpoint=" + tencent.address(),
                "--zhengqi.sms.tencent.secret-id=id",
                "--zhengqi.sms.tencent.secret-key=secret",
                "--zhengqi.sms.tencent.sdk-app-id=1400006666",
                "--zhengqi.sms.tencent.sign-name=压测",
                "--zhengqi.sms.tencent.weight=1"));
        for (Purpose purpose : Purpose.values()) {
            settings.add("--zhengqi.sms.aliyun.templates." + purpose + "=SMS_1");
            settings.add("--zhengqi.sms.tencent.templates." + purpose + "=1");
        }
        return new SpringApplicationBuilder(Telling.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    private static final String DATA_KEY = key();
    private static final String INDEX_KEY = key();

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
