package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.reverse.ReverseMatches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a tag to those who have it, as far as the reader reaches into enterprises. A derived one goes by the pass of a reverse match (ADR 0033), so it is as
 * the facts are now; while it waits for its turn it holds no connection.
 */
@Service
class TagHolders {

    private static final Map<String, String> SORTABLE = Map.of("name", "name", "setAt", "g.set_at");

    private static final String OF_ENTERPRISES = """
             from tagging g join enterprise e on e.id = g.subject_id
             where g.tag_id = :tag and (:all or e.town_code = any(:towns)) and (:town::text is null or e.town_code = :town)
               and (:industry::text is null or e.industry_code like :industry)""";

    private static final String ENTERPRISE =
            "select e.id, e.uscc as code, e.name as name, e.town_name, e.industry_code, g.* " + OF_ENTERPRISES;

    private static final String OF_POLICIES =
            " from tagging g left join library_entry p on p.kind = 'POLICY' and p.subject_id = g.subject_id where g.tag_id = :tag";

    private static final String POLICY = """
            select g.subject_id as id, coalesce(p.code, '') as code, coalesce(p.title, p.code, '') as name,
              null as town_name, null as industry_code, g.*""" + OF_POLICIES;

    private final JdbcClient jdbc;
    private final ReverseMatches enterprises;

    TagHolders(JdbcClient jdbc, ReverseMatches enterprises) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
    }

    /**
     * Who asks.
     *
     * @param figures whether they may know what an enterprise says of itself
     */
    record Reader(DataScope scope, boolean figures) {

        ReverseMatches.Asker asker() {
            return new ReverseMatches.Asker(scope, null, figures);
        }
    }

    Page<TagHolder> list(Tag tag, HolderFilter filter, Reader reader, PageRequest page) {
        if (tag.derived()) {
            requireDerivedOrder(filter);
            var found = enterprises.list(tag.rule(), filter.reverse(), reader.asker(), page);
            return Page.of(found.items().stream().map(TagHolder::derived).toList(), found.total(), page);
        }
        List<TagHolder> rows = bound(
                        select(tag) + " order by " + order(filter.sort()) + " limit :size offset :offset",
                        tag,
                        filter,
                        reader)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(TagHolders::row)
                .list();
        return Page.of(rows, count(tag, filter, reader), page);
    }

    long count(Tag tag, HolderFilter filter, Reader reader) {
        if (tag.derived()) {
            requireDerivedOrder(filter);
            return enterprises.count(tag.rule(), filter.reverse(), reader.asker());
        }
        String from = tag.subject() == TagSubject.ENTERPRISE ? OF_ENTERPRISES : OF_POLICIES;
        return bound("select count(*) " + from, tag, filter, reader)
                .query(Long.class)
                .single();
    }

    /** Row by row; a cursor lives in its transaction. */
    @Transactional(readOnly = true)
    void each(Tag tag, HolderFilter filter, Reader reader, Consumer<TagHolder> receiver) {
        if (tag.derived()) {
            enterprises.each(
                    tag.rule(), filter.reverse(), reader.asker(), row -> receiver.accept(TagHolder.derived(row)));
            return;
        }
        bound(select(tag) + " order by " + order(filter.sort()), tag, filter, reader)
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(row(row, 0));
                });
    }

    private static String select(Tag tag) {
        return tag.subject() == TagSubject.ENTERPRISE ? ENTERPRISE : POLICY;
    }

    /** The others are of what stands here. */
    private static void requireDerivedOrder(HolderFilter filter) {
        Sort.parse(filter.sort(), Map.of("name", "name"));
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    private static String order(@Nullable String sort) {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        return (asked == null ? "g.set_at desc" : asked.by() + (asked.ascending() ? "" : " desc")) + ", g.subject_id";
    }

    private JdbcClient.StatementSpec bound(String sql, Tag tag, HolderFilter filter, Reader reader) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("tag", tag.id());
        return tag.subject() == TagSubject.POLICY
                ? statement
                : statement
                        .param("all", reader.scope().everything())
                        .param("towns", reader.scope().towns().toArray(String[]::new))
                        .param("town", text(filter.townCode()))
                        .param("industry", LikePattern.startingWith(filter.industry()));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static TagHolder row(ResultSet row, int number) throws SQLException {
        String industry = row.getString("industry_code");
        return new TagHolder(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("town_name"),
                Optional.ofNullable(CodeNames.of("industryCode", industry)).orElse(industry),
                TagState.HAS,
                List.of(),
                row.getString("set_by_name"),
                row.getString("set_by_institution"),
                BusinessTime.at(row.getObject("set_at", OffsetDateTime.class).toInstant()),
                row.getString("note"));
    }
}
