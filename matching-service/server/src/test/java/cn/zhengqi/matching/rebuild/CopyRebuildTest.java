package cn.zhengqi.matching.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.CloudEvent;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.Published;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.testing.Repository;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Without a broker: a second context with one would take events from the other tests. */
@ServiceTest(properties = "zhengqi.demo.enabled=true")
class CopyRebuildTest {

    @MockitoBean
    private CopySource.User users;

    @MockitoBean
    private CopySource.Code codes;

    @MockitoBean
    private CopySource.Policy policies;

    @MockitoBean
    private CopySource.Finance finance;

    @Autowired
    private EventLog log;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    private final DemoEnterprise demo = DemoFiles.enterprises().getLast();
    private final UUID enterprise = demo.id();

    /** policy-push: what was news once is told to nobody again. */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(CopyRebuildController.COPIES.handlers().stream(), Stream.of("policy-push"))
                                .toList());
    }

    @BeforeEach
    void all_logs_are_one() {
        when(users.events(anyLong(), anyInt())).thenAnswer(call -> log.after(call.getArgument(0), 100));
        for (EventLogApi other : List.of(codes, policies, finance)) {
            when(other.events(anyLong(), anyInt())).thenReturn(new EventLog.Slice(List.of(), 0, false));
        }
    }

    @Test
    void library_and_register_are_rebuilt_and_what_an_enterprise_said_of_itself_stays() {
        UUID policy = Ids.next();
        transaction.executeWithoutResult(status -> {
            outbox.publish(Published.policy(policy, "X77", true), 1);
            outbox.publish(Published.registered(enterprise, demo.uscc(), true), 1);
        });
        // A log shows nothing that is younger than the oldest open transaction, and other contexts of these tests work
        // on beside.
        await().until(() -> Stream.iterate(log.after(0, 1000), slice -> log.after(slice.lastSeq(), 1000))
                .takeWhile(slice -> !slice.items().isEmpty())
                .flatMap(slice -> slice.items().stream())
                .map(CloudEvent::subject)
                .toList()
                .containsAll(List.of(policy, enterprise)));
        jdbc.sql("delete from library_entry where subject_id = ?").param(policy).update();
        jdbc.sql("""
                        insert into enterprise (id, uscc, name, version) values (?, ?, '错', 1)
                        on conflict (id) do update set name = '错'""").params(enterprise, demo.uscc()).update();
        jdbc.sql("delete from fact where enterprise_id = ? and source = 'REGISTER'")
                .param(enterprise)
                .update();
        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of)
                        values (?, 'employees', 'SELF', '7', current_date)
                        on conflict (enterprise_id, name, source) do update set value = '7'""").param(enterprise).update();

        client.asService("operations")
                .post()
                .uri("/internal/matching/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(exists("select count(*) from library_entry where subject_id = ?", policy))
                .isTrue();
        assertThat(jdbc.sql("select name from enterprise where id = ?")
                        .param(enterprise)
                        .query(String.class)
                        .single())
                .isEqualTo("重庆渝巴软件有限公司");
        assertThat(exists("select count(*) from fact where enterprise_id = ? and source = 'REGISTER'", enterprise))
                .isTrue();
        assertThat(jdbc.sql(
                                "select value::text from fact where enterprise_id = ? and name = 'employees' and source = 'SELF'")
                        .param(enterprise)
                        .query(String.class)
                        .single())
                .isEqualTo("7");
    }

    /** Policy-service's own migrations, over a library that was filled before: one that changed the rules by SQL among them. */
    @Test
    void after_migrations_of_the_source_a_rebuild_gives_what_the_source_says_now() throws SQLException {
        TestServers.Database source = TestServers.get().freshDatabase("policy_source");
        UUID policy = Ids.next();
        migrate(source, "1");
        try (Connection library = source.connect()) {
            enter(library, Published.policy(policy, "X78", true));
            JdbcClient there = JdbcClient.create(new SingleConnectionDataSource(library, true));
            when(policies.events(anyLong(), anyInt())).thenAnswer(call -> logOf(there, call.getArgument(0)));
            rebuilt();
            assertThat(ruleOf(policy).path("verified").asBoolean()).isTrue();

            migrate(source, "latest");
            rebuilt();

            assertThat(ruleOf(policy))
                    .isEqualTo(JsonMapper.shared()
                            .readTree(there.sql("select rule::text from policy_edition")
                                    .query(String.class)
                                    .single()));
            assertThat(ruleOf(policy).path("verified").asBoolean())
                    .as("nobody can open its text")
                    .isFalse();
        }
    }

    private void rebuilt() {
        client.asService("operations")
                .post()
                .uri("/internal/matching/rebuild")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode ruleOf(UUID policy) {
        return JsonMapper.shared()
                .readTree(jdbc.sql("select rule::text from library_entry where subject_id = ?")
                        .param(policy)
                        .query(String.class)
                        .single());
    }

    private static void migrate(TestServers.Database database, String target) {
        database.flyway()
                .locations(
                        "classpath:db/common",
                        "filesystem:" + Repository.file("common/promise/src/main/resources/db/common"),
                        "filesystem:" + Repository.file("common/promise/src/main/resources/db/promise"),
                        "filesystem:" + Repository.file("policy-service/server/src/main/resources/db/migration"))
                .target(target)
                .load()
                .migrate();
    }

    /** As policy-service entered and told it before. */
    private static void enter(Connection library, PolicyPublished told) {
        JdbcClient there = JdbcClient.create(new SingleConnectionDataSource(library, true));
        there.sql("insert into policy (id, code) values (?, ?)")
                .params(told.policyId(), told.code())
                .update();
        there.sql("""
                        insert into policy_edition (id, policy_id, edition, publication, title, doc_number, issuer, level, category,
                          department, publish_date, interpretation, benefit, tags_basic, tags_advanced, criteria, rule, attachments,
                          source, confidence, verified, search_text, published_at, version)
                        select gen_random_uuid(), policy.id, 1, 'PUBLISHED', e ->> 'title', e ->> 'docNumber', e ->> 'issuer',
                          'NATIONAL', 'TAX', '部门', '2026-01', '解读', e ->> 'benefit', '{}', '{}', '{"clauses": []}', e -> 'rule', '{}',
                          '据公开资料整理', e ->> 'confidence', true, '', now(), 0
                        from policy, (select ?::jsonb as e) told""").param(Json.MAPPER.writeValueAsString(told)).update();
        there.sql("""
                        insert into outbox (id, type, subject, version, occurred_at, data)
                        values (?, 'policy.PolicyPublished', ?, 1000000, now(), ?::jsonb)""")
                .params(Ids.next(), told.policyId(), Json.MAPPER.writeValueAsString(told))
                .update();
    }

    private static EventLog.Slice logOf(JdbcClient service, long after) {
        long[] last = {after};
        List<CloudEvent> events = service.sql(
                        "select seq, id, type, subject, version, data from outbox where seq > ? order by seq")
                .param(after)
                .query((row, number) -> {
                    last[0] = row.getLong("seq");
                    return new CloudEvent(
                            "1.0",
                            row.getObject("id", UUID.class),
                            "/zhengqi/policy",
                            row.getString("type"),
                            row.getObject("subject", UUID.class),
                            OffsetDateTime.now(ZoneOffset.UTC),
                            "application/json",
                            row.getLong("version"),
                            null,
                            Json.MAPPER.readTree(row.getString("data")));
                })
                .list();
        return new EventLog.Slice(events, last[0], false);
    }

    private boolean exists(String count, UUID id) {
        return jdbc.sql(count).param(id).query(Long.class).single() > 0;
    }
}
