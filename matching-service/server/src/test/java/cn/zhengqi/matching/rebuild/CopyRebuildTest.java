package cn.zhengqi.matching.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.Published;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JsonNode demo =
            JsonMapper.shared().readTree(DemoFiles.enterprises().getLast());
    private final UUID enterprise = UUID.fromString(demo.path("id").asString());

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
            outbox.publish(Published.registered(enterprise, demo.path("uscc").asString(), true), 1);
        });
        jdbc.sql("delete from library_entry where subject_id = ?").param(policy).update();
        jdbc.sql("""
                        insert into enterprise (id, uscc, name, version) values (?, ?, '错', 1)
                        on conflict (id) do update set name = '错'""").params(enterprise, demo.path("uscc").asString()).update();
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

    private boolean exists(String count, UUID id) {
        return jdbc.sql(count).param(id).query(Long.class).single() > 0;
    }
}
