package cn.zhengqi.bench.standing;

import cn.zhengqi.bench.MatchSample;
import cn.zhengqi.bench.OwnMigrations;
import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.Json;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.events.EventsAutoConfiguration;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.profile.FactScan;
import cn.zhengqi.matching.profile.FactSheets;
import cn.zhengqi.testing.TestServers;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An invented district in a database of its own, and copies of as much of matching-service as judges how its enterprises stand, which hear of policies from a real broker. */
final class District implements AutoCloseable {

    private static final int PORTION = 500;

    private final TestServers.Database database = TestServers.get().freshDatabase("bench");
    private final List<ConfigurableApplicationContext> copies = new ArrayList<>();
    private final List<UUID> enterprises = new ArrayList<>();
    private final List<UUID> policies = new ArrayList<>();
    private final List<PolicyRule> rules;
    private final List<String> broker;

    /** As much of the service as judges. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        EventsAutoConfiguration.class
    })
    @ComponentScan({"cn.zhengqi.matching.library", "cn.zhengqi.matching.standing"})
    @Import({FactScan.class, FactSheets.class, FactsInForce.class, RetentionTerms.class})
    static class Judging {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        OwnMigrations migrations() {
            return OwnMigrations.of("matching-service");
        }
    }

    /**
     * Its copies run and have nothing to judge yet.
     *
     * @param withBroker whether they hear of what is published
     */
    District(int copyCount, int enterpriseCount, int ruleCount, boolean withBroker) throws SQLException, IOException {
        broker = withBroker
                ? List.of(
                        "--zhengqi.rocketmq.namesrv=" + TestServers.get().nameServer(),
                        "--zhengqi.rocketmq.namespace=" + TestServers.NAMESPACE)
                : List.of();
        for (int i = 0; i < copyCount; i++) {
            copies.add(copy());
        }
        jdbc().sql("update standing_part set due = false, day = ?")
                .param(BusinessTime.today(Clock.systemUTC()))
                .update();
        MatchSample sample = new MatchSample(2);
        try (Connection connection = database.connect()) {
            List<Map<String, Object>> portion = sample.enterprises(Math.min(PORTION, enterpriseCount));
            while (!portion.isEmpty()) {
                settle(connection, portion);
                portion = sample.enterprises(Math.min(PORTION, enterpriseCount - enterprises.size()));
            }
        }
        rules = new MatchSample(1).policies(ruleCount);
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> publish());
        jdbc().sql("vacuum analyze").update();
    }

    JdbcClient jdbc() {
        return copies.getFirst().getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return copies.getFirst().getBean(type);
    }

    /** Inside the first copy. */
    ApplicationEventPublisher inside() {
        return copies.getFirst();
    }

    List<UUID> enterprises() {
        return enterprises;
    }

    UUID policy(int number) {
        return policies.get(number);
    }

    int policyCount() {
        return rules.size();
    }

    PolicyRule rule(int number) {
        return rules.get(number);
    }

    /** Lets the copies judge all of them by all rules. */
    double judgeAll() throws InterruptedException {
        long start = System.nanoTime();
        jdbc().sql("update standing_part set due = true").update();
        while (jdbc().sql("select exists (select from standing_part where due)")
                .query(Boolean.class)
                .single()) {
            Thread.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        copies.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext copy() {
        return new SpringApplicationBuilder(Judging.class)
                .web(WebApplicationType.NONE)
                .run(settings());
    }

    private String[] settings() {
        List<String> settings = new ArrayList<>(List.of(
                // Not the settings of the service whose classes lie on the class path too.
                "--spring.config.name=bench",
                "--spring.application.name=bench-service",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--spring.cloud.nacos.config.enabled=false",
                "--spring.cloud.nacos.config.import-check.enabled=false",
                "--zhengqi.db.url=" + database.url(),
                "--zhengqi.db.user=" + database.user(),
                "--zhengqi.db.password=" + database.password(),
                "--zhengqi.db.schema=" + database.schema()));
        settings.addAll(broker);
        return settings.toArray(String[]::new);
    }

    private void settle(Connection connection, List<Map<String, Object>> portion) throws SQLException, IOException {
        StringBuilder register = new StringBuilder();
        StringBuilder facts = new StringBuilder();
        for (Map<String, Object> one : portion) {
            UUID id = Ids.next();
            int number = enterprises.size();
            enterprises.add(id);
            register.append("%s\tU%d\t企业%d\t0\n".formatted(id, number, number));
            one.forEach((name, value) -> facts.append("%s\t%s\tSELF\t%s\t%s\n"
                    .formatted(id, name, Json.MAPPER.writeValueAsString(value), MatchSample.AS_OF)));
        }
        PGConnection copying = connection.unwrap(PGConnection.class);
        copying.getCopyAPI()
                .copyIn("copy enterprise (id, uscc, name, version) from stdin", new StringReader(register.toString()));
        copying.getCopyAPI()
                .copyIn(
                        "copy fact (enterprise_id, name, source, value, as_of) from stdin",
                        new StringReader(facts.toString()));
    }

    /** All at once, as one change of the library. */
    private void publish() {
        long revision = jdbc().sql("update library_revision set number = number + 1 returning number")
                .query(Long.class)
                .single();
        for (PolicyRule rule : rules) {
            UUID id = Ids.next();
            policies.add(id);
            jdbc().sql("""
                            insert into library_entry (kind, subject_id, code, rule, listed, version, revision)
                            values ('POLICY', ?, ?, ?::jsonb, true, 1, ?)""")
                    .params(
                            id,
                            rule.id(),
                            Json.MAPPER.writerFor(EligibilityRule.class).writeValueAsString(rule),
                            revision)
                    .update();
        }
    }
}
