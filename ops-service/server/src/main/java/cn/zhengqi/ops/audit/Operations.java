package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /**
     * Something that was done at least once, for a list to choose from.
     *
     * @param label with the service where another calls something the same
     */
    record Kind(String service, String action, String label) {}

    @Transactional(readOnly = true)
    Page<Operation> list(OperationFilter filter, PageRequest page) {
        OperationFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Operation> items = jdbc.sql("select " + AuditLog.COLUMNS + " from ops_log.audit_entry" + condition.sql()
                        + condition.order() + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> Operation.of(AuditLog.entry(row)))
                .list();
        return Page.of(items, count(filter), page);
    }

    /** Of the whole log, which nobody may count row by row at each opening, the chain tells it: its numbers have no gaps. */
    @Transactional(readOnly = true)
    long count(OperationFilter filter) {
        OperationFilter.Condition condition = filter.condition();
        String counted = condition.sql().isEmpty()
                ? ChainedLog.OPERATIONS.size()
                : "select count(*) from ops_log.audit_entry" + condition.sql();
        return jdbc.sql(counted)
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    ChainState chain() {
        return jdbc.sql("""
                        select (%s) as entries,
                          (select coalesce(max(seq), 0) from ops_log.audit_entry) as last_seq, c.number, c.through_seq, c.made_at
                        from (select 1) one left join
                          (select * from ops_log.audit_checkpoint order by number desc limit 1) c on true""".formatted(ChainedLog.OPERATIONS.size()))
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
        return jdbc.sql("select " + AuditLog.COLUMNS + ", hash from ops_log.audit_entry where seq = ?")
                .param(seq)
                .query((row, number) -> OperationDetail.of(AuditLog.entry(row), row.getBytes("hash")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这条操作日志"));
    }

    @Transactional(readOnly = true)
    List<Kind> kinds() {
        List<Kind> kinds = asCalled();
        Map<String, Set<String>> services = kinds.stream()
                .collect(Collectors.groupingBy(Kind::label, Collectors.mapping(Kind::service, Collectors.toSet())));
        return kinds.stream()
                .map(kind -> services.getOrDefault(kind.label(), Set.of()).size() < 2
                        ? kind
                        : new Kind(
                                kind.service(),
                                kind.action(),
                                kind.label() + "（" + Words.ALL.service(kind.service()) + "）"))
                .toList();
    }

    /** Goes from kind to kind in the index of them, so that it reads a row a kind and not the log; a kind is called what it was called last. */
    private List<Kind> asCalled() {
        return jdbc.sql("""
                        with recursive kind as (
                          (select service, action from ops_log.audit_entry order by service, action limit 1)
                          union all
                          select next.service, next.action from kind cross join lateral (
                            select e.service, e.action from ops_log.audit_entry e
                            where (e.service, e.action) > (kind.service, kind.action)
                            order by e.service, e.action limit 1) next)
                        select service, action, (
                          select e.action_label from ops_log.audit_entry e
                          where e.service = kind.service and e.action = kind.action
                          order by e.occurred_at desc, e.seq desc limit 1) as label
                        from kind order by service, label""")
                .query((row, number) ->
                        new Kind(row.getString("service"), row.getString("action"), row.getString("label")))
                .list();
    }

    /** What people call the action that was chosen, all names of it where it was chosen without its service; null where none was. */
    @Transactional(readOnly = true)
    @Nullable
    String label(OperationFilter filter) {
        String service = filter.service();
        String names = asCalled().stream()
                .filter(kind -> kind.action().equals(filter.action()))
                .filter(kind -> service == null || service.isBlank() || service.equals(kind.service()))
                .map(Kind::label)
                .distinct()
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? filter.action() : names;
    }

    @Transactional(readOnly = true)
    void each(OperationFilter filter, Consumer<AuditEntry> reader) {
        OperationFilter.Condition condition = filter.condition();
        jdbc.sql("select " + AuditLog.COLUMNS + " from ops_log.audit_entry" + condition.sql() + condition.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    reader.accept(AuditLog.entry(row));
                });
    }
}
