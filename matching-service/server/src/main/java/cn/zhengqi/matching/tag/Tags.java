package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.reverse.ReverseFilter;
import cn.zhengqi.matching.reverse.ReverseMatches;
import cn.zhengqi.matching.reverse.ReverseOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library of tags: what there is, and what somebody makes of it. */
@Service
@Transactional
class Tags {

    private static final String ALWAYS = "t.subject, t.category, t.name, t.id";

    private static final Map<String, String> SORTABLE =
            Map.of("name", "t.name", "category", "t.category", "kind", "t.kind", "updatedAt", "t.updated_at");

    private static final String WHERE = """
             from tag t where (:q::text is null or t.name ilike :q or t.description ilike :q)
               and (:subject::text is null or t.subject = :subject) and (:kind::text is null or t.kind = :kind)
               and (:category::text is null or t.category = :category)
               and (:derived::boolean is null or (t.criteria is not null) = :derived)
               and (:retired::boolean is null or (t.retired_at is not null) = :retired)""";

    private static final String ROW = "select " + Tag.COLUMNS + """
            , t.updated_at, case when t.criteria is null then (
               select count(*) from tagging g left join enterprise e on e.id = g.subject_id
               where g.tag_id = t.id and (t.subject = 'POLICY' or :all or e.town_code = any(:towns))) end as holders
            """;

    private final JdbcClient jdbc;
    private final ReverseMatches enterprises;
    private final PolicyTags policies;
    private final AuditTrail audit;
    private final Clock clock;

    Tags(JdbcClient jdbc, ReverseMatches enterprises, PolicyTags policies, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    Page<TagRow> list(TagFilter filter, DataScope scope, PageRequest page) {
        String order = order(filter.sort());
        List<TagRow> rows = filtered(ROW + WHERE + " order by " + order + " limit :size offset :offset", filter)
                .param("all", scope.everything())
                .param("towns", scope.towns().toArray(String[]::new))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(Tags::row)
                .list();
        return Page.of(rows, count(filter), page);
    }

    long count(TagFilter filter) {
        return filtered("select count(*) " + WHERE, filter).query(Long.class).single();
    }

    @Transactional(readOnly = true)
    void each(TagFilter filter, DataScope scope, Consumer<TagRow> receiver) {
        filtered(ROW + WHERE + " order by " + order(filter.sort()), filter)
                .param("all", scope.everything())
                .param("towns", scope.towns().toArray(String[]::new))
                .query(Tags::row)
                .list()
                .forEach(receiver);
    }

    /** Under which tags are put together, as they are called so far. */
    List<String> categories(@Nullable TagSubject subject) {
        return jdbc.sql(
                        "select distinct category from tag where :subject::text is null or subject = :subject order by category")
                .param("subject", subject == null ? null : subject.name())
                .query((row, number) -> row.getString("category"))
                .list();
    }

    /** @throws ProblemException NOT_FOUND */
    Tag tag(UUID id) {
        return find(id, "");
    }

    TagDetail detail(UUID id) {
        return TagDetail.of(tag(id), BusinessTime.today(clock));
    }

    /** @throws ProblemException as {@link TagContent#require}, TAG_NAME_TAKEN */
    TagDetail create(TagSubject subject, TagKind kind, TagContent content) {
        content.require(subject, kind);
        Tag tag = new Tag(
                Ids.next(),
                subject,
                kind,
                content.categoryText(),
                content.nameText(),
                content.descriptionText(),
                content.criteria(),
                false,
                0);
        unique(() -> jdbc.sql("""
                                insert into tag (id, subject, kind, category, name, description, criteria, version, updated_at)
                                values (:id, :subject, :kind, :category, :name, :description, :criteria::jsonb, 0, :now)""")
                .param("id", tag.id())
                .param("subject", subject.name())
                .param("kind", kind.name())
                .param("category", tag.category())
                .param("name", tag.name())
                .param("description", tag.description())
                .param("criteria", json(tag.criteria()))
                .param("now", now())
                .update());
        audit.changed(TagAction.TAG_CREATED, tag.id(), tag.name(), null, tag.recorded());
        return detail(tag.id());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, TAG_NAME_TAKEN, and as {@link TagContent#require} */
    TagDetail change(UUID id, int seenVersion, TagContent content) {
        Tag before = locked(id).seenAs(seenVersion);
        Tag after = before.changed(content);
        store(after);
        audit.changed(TagAction.TAG_CHANGED, id, after.name(), before.recorded(), after.recorded());
        if (!before.name().equals(after.name())) {
            policies.tellAllWith(after);
        }
        return detail(id);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    TagDetail retire(UUID id, int seenVersion, boolean retired) {
        Tag before = locked(id).seenAs(seenVersion);
        Tag after = before.retired(retired);
        store(after);
        audit.changed(
                retired ? TagAction.TAG_RETIRED : TagAction.TAG_RESTORED,
                id,
                after.name(),
                before.recorded(),
                after.recorded());
        policies.tellAllWith(after);
        return detail(id);
    }

    /**
     * Only one that nobody has, by hand or by its rule: what was used is retired.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, TAG_IN_USE
     */
    void delete(UUID id, int seenVersion) {
        Tag tag = locked(id).seenAs(seenVersion);
        boolean used = tag.derived() ? derivedByAnybody(tag) : setOnAnybody(id);
        if (used) {
            throw new ProblemException(MatchingProblem.TAG_IN_USE);
        }
        jdbc.sql("delete from tag where id = ?").param(id).update();
        audit.changed(TagAction.TAG_DELETED, id, tag.name(), tag.recorded(), null);
    }

    private boolean setOnAnybody(UUID id) {
        return jdbc.sql("select exists (select from tagging where tag_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private boolean derivedByAnybody(Tag tag) {
        ReverseFilter all = new ReverseFilter(null, null, null, null, ReverseOutcome.ELIGIBLE, null);
        return enterprises.count(tag.rule(), all, new ReverseMatches.Asker(DataScope.all(), null, false)) > 0;
    }

    /** Until the end of the transaction nobody changes it, or gives it to somebody. */
    private Tag locked(UUID id) {
        return find(id, " for update");
    }

    private Tag find(UUID id, String lock) {
        return jdbc.sql("select " + Tag.COLUMNS + " from tag t where t.id = ?" + lock)
                .param(id)
                .query(Tag::of)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这个标签"));
    }

    private void store(Tag tag) {
        unique(() -> jdbc.sql("""
                                update tag set category = :category, name = :name, description = :description, criteria = :criteria::jsonb,
                                  retired_at = case when :retired then coalesce(retired_at, :now) end, version = :version, updated_at = :now
                                where id = :id""")
                .param("category", tag.category())
                .param("name", tag.name())
                .param("description", tag.description())
                .param("criteria", json(tag.criteria()))
                .param("retired", tag.retired())
                .param("version", tag.version())
                .param("now", now())
                .param("id", tag.id())
                .update());
    }

    private static void unique(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(MatchingProblem.TAG_NAME_TAKEN);
        }
    }

    private OffsetDateTime now() {
        return BusinessTime.at(clock.instant());
    }

    private static @Nullable String json(@Nullable Map<String, Object> criteria) {
        return criteria == null ? null : Json.MAPPER.writeValueAsString(criteria);
    }

    private JdbcClient.StatementSpec filtered(String sql, TagFilter filter) {
        TagSubject subject = filter.subject();
        TagKind kind = filter.kind();
        return jdbc.sql(sql)
                .param("q", LikePattern.containing(filter.q()))
                .param("subject", subject == null ? null : subject.name())
                .param("kind", kind == null ? null : kind.name())
                .param("category", filter.category())
                .param("derived", filter.derived())
                .param("retired", filter.retired());
    }

    private static String order(@Nullable String sort) {
        Sort<String> asked = Sort.parse(sort, SORTABLE);
        return asked == null ? ALWAYS : asked.by() + (asked.ascending() ? "" : " desc") + ", " + ALWAYS;
    }

    private static TagRow row(ResultSet row, int number) throws SQLException {
        Tag tag = Tag.of(row, number);
        return new TagRow(
                tag.id(),
                tag.subject(),
                tag.kind(),
                tag.category(),
                tag.name(),
                tag.description(),
                tag.derived(),
                tag.retired(),
                row.getObject("holders", Long.class),
                BusinessTime.at(
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                tag.version());
    }
}
