package cn.zhengqi.ops;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.export.ExportExpiry;
import cn.zhengqi.testing.RetentionTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpsServiceTest
class OpsRetentionTest extends RetentionTest {

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                ExportExpiry.FILES, List.of(new Kept(this::file, this::hasParts)),
                ExportExpiry.JOBS, List.of(new Kept(this::file, this::isThere)));
    }

    private UUID file(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into export_job (id, kind, account_id, account_name, user_type, filter, conditions, state, total, bytes, file_key,
                          asked_at, ended_at)
                        values (?, 'OPERATIONS', ?, '王审计', 'OPERATOR', 'sm4:1:eA==', '', 'DONE', 0, 1, 'sm4:1:eA==', ?, ?)""").params(id, Ids.next(), at, at).update();
        jdbc.sql("insert into export_part (job_id, number, sealed) values (?, 1, '\\x00')")
                .param(id)
                .update();
        return id;
    }

    private boolean hasParts(UUID job) {
        return jdbc.sql("select exists (select from export_part where job_id = ?)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    private boolean isThere(UUID job) {
        return jdbc.sql("select exists (select from export_job where id = ?)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of(
                "ops.operation-log",
                "cn.zhengqi.ops.audit.Retention.nightly",
                "ops.sign-in-log",
                "cn.zhengqi.ops.audit.Retention.nightly");
    }
}
