package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 操作日志 as it is read. */
@Component
class Operations {

    private final JdbcClient jdbc;

    Operations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that was done at least once, for a list to choose from. */
    record Kind(String service, String action, String label) {}

    @Transactional(readOnly = true)
    Page<Operation> list(OperationFilter filter, PageRequest page) {
        OperationFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Operation> items = jdbc.sql("select " + AuditLog.COLUMNS + " from audit_entry" + condition.sql()
                        + condition.order() + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> Operation.of(AuditLog.entry(row)))
                .list();
        return Page.of(items, count(filter), page);
    }

    @Transactional(readOnly = true)
    long count(OperationFilter filter) {
        OperationFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) from audit_entry" + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    ChainState chain() {
        return jdbc.sql("""
                        select (select count(*) from audit_entry) as entries,
                          (select coalesce(max(seq), 0) from audit_entry) as last_seq, c.number, c.through_seq, c.made_at
                        from (select 1) one left join
                          (select * from audit_checkpoint order by number desc limit 1) c on true""")
                .query((row, number) -> {
                    OffsetDateTime made = row.getObject("made_at", OffsetDateTime.class);
                    return new ChainState(
                            row.getLong("entries"),
                            row.getLong("last_seq"),
                            row.getLong("number"),
                            row.getLong("through_seq"),
                            made == null ? null : BusinessTime.at(made.toInstant()));
                })
                .single();
    }

    @Transactional(readOnly = true)
    OperationDetail detail(long seq) {
        return jdbc.sql("select " + AuditLog.COLUMNS + ", hash from audit_entry where seq = ?")
                .param(seq)
                .query((row, number) -> OperationDetail.of(AuditLog.entry(row), row.getBytes("hash")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这条操作日志"));
    }

    @Transactional(readOnly = true)
    List<Kind> kinds() {
        return jdbc.sql("""
                        select service, action, max(action_label) as label from audit_entry
                        group by service, action order by service, max(action_label)""")
                .query((row, number) ->
                        new Kind(row.getString("service"), row.getString("action"), row.getString("label")))
                .list();
    }

    @Transactional(readOnly = true)
    void each(OperationFilter filter, Consumer<AuditEntry> reader) {
        OperationFilter.Condition condition = filter.condition();
        jdbc.sql("select " + AuditLog.COLUMNS + " from audit_entry" + condition.sql() + condition.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    reader.accept(AuditLog.entry(row));
                });
    }
}
