package cn.zhengqi.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.engines.OperationLogOwner;
import cn.zhengqi.testing.TestServers;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation whose log still belongs to the service's own role. */
class LogOwnerTest {

    private static final String OLD_ENTRY = """
            insert into audit_entry (seq, event_id, occurred_at, recorded_at, service, action, action_label, subject_kind, subject_id,
              subject_name, actor_kind, actor_name, changes, previous_hash, hash, seal)
            select n, gen_random_uuid(), now(), now(), 'user-service', 'DONE', '做了', '企业', gen_random_uuid(), '企业' || n,
              'SYSTEM', '系统', '[]', sha256('before'), sha256(n::text::bytea), sha256('seal') from generate_series(1, 3) n""";

    private final TestServers.Database database = TestServers.get().freshDatabase("ops");
    private final JdbcClient service = JdbcClient.create(new DriverManagerDataSource(
            database.url() + "?currentSchema=ops,extensions", database.user(), database.password()));

    @Test
    void what_was_written_moves_to_the_owner_as_it_is_and_the_role_keeps_no_hold_of_it() {
        database.migrate("1");
        service.sql(OLD_ENTRY).update();
        service.sql("insert into audit_checkpoint select 1, 2, sha256('2'), now(), gen_random_uuid(), sha256('s')")
                .update();
        service.sql("insert into audit_key select gen_random_uuid(), sha256('open'), sha256('secret'), now()")
                .update();
        String written = everything("ops");

        database.migrate("latest");

        assertThat(everything("ops_log")).isEqualTo(written);
        assertThat(service.sql("select tableowner from pg_tables where tablename like 'audit\\_%'")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .containsOnly("zq_ops_log");
        assertThatThrownBy(() -> service.sql("alter table ops_log.audit_entry disable trigger user")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void making_the_owner_again_leaves_the_log_and_its_rights_as_they_are() throws SQLException {
        database.migrate("latest");
        service.sql(OLD_ENTRY.replace("audit_entry", "ops_log.audit_entry")).update();
        String written = everything("ops_log");

        try (var superuser =
                TestServers.get().asSuperuser(database.url(), "public").getConnection()) {
            OperationLogOwner.create(superuser, database.user());
        }

        assertThat(everything("ops_log")).isEqualTo(written);
        service.sql(OLD_ENTRY.replace("audit_entry", "ops_log.audit_entry").replace("1, 3", "4, 5"))
                .update();
        assertThatThrownBy(() -> service.sql("delete from ops_log.audit_entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void nothing_moves_where_the_owner_is_missing_and_the_message_says_who_makes_it() {
        database.migrate("1");
        service.sql(OLD_ENTRY).update();
        JdbcClient.create(TestServers.get().asSuperuser(database.url(), "public"))
                .sql("drop schema ops_log cascade")
                .update();

        assertThatThrownBy(() -> database.migrate("latest")).hasMessageContaining("docs/operations.md");

        assertThat(service.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private String everything(String schema) {
        return service.sql("""
                        select concat((select json_agg(e order by seq) from %1$s.audit_entry e),
                          (select json_agg(c) from %1$s.audit_checkpoint c), (select json_agg(k) from %1$s.audit_key k))""".formatted(schema)).query(String.class).single();
    }
}
