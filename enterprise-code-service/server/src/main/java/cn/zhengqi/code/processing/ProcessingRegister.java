package cn.zhengqi.code.processing;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.ProcessingDeclared;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each service declared last. Nobody writes it by hand: what a service does is said where it is done. */
@Component
class ProcessingRegister implements EventHandler<ProcessingDeclared> {

    private static final String MATCHING = """
            from processing_activity a join processing_declaration d on d.service = a.service
            where (:pattern::text is null or a.purpose || ' ' || d.owner ilike :pattern)
              and (:category::text is null or :category = any (a.categories))
              and (:basis::text is null or a.basis = :basis)
            """;

    private final JdbcClient jdbc;

    ProcessingRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<ProcessingDeclared> type() {
        return ProcessingDeclared.class;
    }

    @Override
    public void handle(ProcessingDeclared declared, EventMetadata meta) {
        boolean newer = jdbc.sql("""
                        insert into processing_declaration as d (service, owner, version, declared_at) values (?, ?, ?, ?)
                        on conflict (service) do update set owner = excluded.owner, version = excluded.version,
                          declared_at = excluded.declared_at
                        where d.version < excluded.version""")
                        .params(
                                declared.service(),
                                declared.owner(),
                                meta.version(),
                                BusinessTime.at(meta.occurredAt()))
                        .update()
                > 0;
        if (!newer) {
            return;
        }
        jdbc.sql("delete from processing_activity where service = ?")
                .param(declared.service())
                .update();
        int position = 0;
        for (ProcessingActivity activity : declared.activities()) {
            jdbc.sql("""
                            insert into processing_activity (service, code, purpose, categories, basis, receivers, retention, position)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            declared.service(),
                            activity.code(),
                            activity.purpose(),
                            activity.categories().stream().map(Enum::name).toArray(String[]::new),
                            activity.basis().name(),
                            activity.receivers().toArray(String[]::new),
                            activity.retention().text(),
                            position++)
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Page<Processing> list(ProcessingFilter filter, PageRequest page) {
        return Page.of(
                narrowed("select a.*, d.owner, d.declared_at ", " limit :limit offset :offset", filter)
                        .param("limit", page.size())
                        .param("offset", page.offset())
                        .query(ProcessingRegister::row)
                        .list(),
                count(filter),
                page);
    }

    @Transactional(readOnly = true)
    public long count(ProcessingFilter filter) {
        return narrowed("select count(*) ", "", filter).query(Long.class).single();
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    public void each(ProcessingFilter filter, Consumer<Processing> receiver) {
        narrowed("select a.*, d.owner, d.declared_at ", "", filter)
                .withFetchSize(500)
                .query(found -> {
                    receiver.accept(row(found, 0));
                });
    }

    private JdbcClient.StatementSpec narrowed(String select, String limit, ProcessingFilter filter) {
        String order = select.contains("count") ? "" : " order by a.service, a.position";
        DataCategory category = filter.category();
        LegalBasis basis = filter.basis();
        return jdbc.sql(select + MATCHING + order + limit)
                .param("pattern", filter.pattern())
                .param("category", category == null ? null : category.name())
                .param("basis", basis == null ? null : basis.name());
    }

    private static Processing row(ResultSet row, int number) throws SQLException {
        LegalBasis basis = LegalBasis.valueOf(row.getString("basis"));
        return new Processing(
                row.getString("code"),
                row.getString("purpose"),
                texts(row.getArray("categories")).stream()
                        .map(name -> DataCategory.valueOf(name).label())
                        .toList(),
                basis,
                basis.label(),
                texts(row.getArray("receivers")),
                row.getString("retention"),
                row.getString("service"),
                row.getString("owner"),
                BusinessTime.at(
                        row.getObject("declared_at", OffsetDateTime.class).toInstant()));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
