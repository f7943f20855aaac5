package cn.zhengqi.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.ops.api.VerificationReport;
import cn.zhengqi.ops.api.VerificationReport.FaultKind;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestServers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of the logs that are kept as chains: as who may reads it, as it is proved, and as somebody has it who is at the database itself.
 *
 * @param path of its list in the console
 * @param database address of the service's database
 */
record KeptLog(
        ChainedLog<?> log, String path, CurrentUser reader, ServiceClient client, JdbcClient jdbc, String database) {

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** How many the list says there are. */
    long total(String query) {
        return ((Number) get(path + "?" + query).get("total")).longValue();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> get(String uri) {
        return client.as(reader)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    VerificationReport verify() {
        return verify("");
    }

    /** @param seen what whoever asks saw of it before, as further parameters */
    VerificationReport verify(String seen) {
        return client.asService("operations")
                .get()
                .uri("/internal/audit/verification?log=" + log.log() + seen)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(VerificationReport.class)
                .returnResult()
                .getResponseBody();
    }

    void shows(FaultKind kind, long seq) {
        assertThat(verify().fault())
                .extracting(VerificationReport.Fault::kind, VerificationReport.Fault::seq)
                .containsExactly(kind, seq);
    }

    JdbcClient atTheDatabase() {
        return JdbcClient.create(TestServers.get().asSuperuser(database, "ops_log"));
    }

    /** What somebody can do who is at the database itself; afterwards everything is as it was. */
    void tamper(String sql, Runnable meanwhile) {
        assertThat(verify().fault()).isNull();
        JdbcClient owner = atTheDatabase();
        String table = table();
        owner.sql("create table kept as select * from " + table).update();
        owner.sql("alter table " + table + " disable trigger user").update();
        owner.sql("alter table " + table + " drop constraint " + table + "_seq_check")
                .update();
        try {
            for (String statement : sql.split(";", -1)) {
                owner.sql(statement).update();
            }
            meanwhile.run();
        } finally {
            owner.sql("delete from " + table).update();
            owner.sql("insert into " + table + " select * from kept").update();
            owner.sql("drop table kept").update();
            owner.sql("alter table " + table + " add check (seq > 0)").update();
            owner.sql("alter table " + table + " enable trigger user").update();
        }
        assertThat(verify().fault()).isNull();
    }

    /** Empty, as of a new installation: entries of the past come before those of today. */
    void beginsAnew() {
        JdbcClient owner = atTheDatabase();
        for (String table : List.of(log.entries(), log.checkpoints())) {
            owner.sql("alter table " + table + " disable trigger user").update();
            owner.sql("delete from " + table).update();
            owner.sql("alter table " + table + " enable trigger user").update();
        }
    }

    /** Without its schema, as constraints are named after it. */
    private String table() {
        return log.entries().substring(log.entries().indexOf('.') + 1);
    }
}
