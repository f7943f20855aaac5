package cn.zhengqi.matching.tag;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * An entry of the library of tags, as it is stored.
 *
 * @param criteria by which it is derived, as its editor holds them; absent: it is set by hand
 * @param retired it stays where it is and is given to nobody else
 */
record Tag(
        UUID id,
        TagSubject subject,
        TagKind kind,
        String category,
        String name,
        @Nullable String description,
        @Nullable Map<String, Object> criteria,
        boolean retired,
        int version) {

    static final String COLUMNS =
            "t.id, t.subject, t.kind, t.category, t.name, t.description, t.criteria, t.retired_at is not null as retired, t.version";

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    static Tag of(ResultSet row, int number) throws SQLException {
        String criteria = row.getString("criteria");
        return new Tag(
                row.getObject("id", UUID.class),
                TagSubject.valueOf(row.getString("subject")),
                TagKind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("name"),
                row.getString("description"),
                criteria == null ? null : Json.MAPPER.readValue(criteria, TREE),
                row.getBoolean("retired"),
                row.getInt("version"));
    }

    /** As it goes on record, in words. */
    record Recorded(
            String name,
            String subject,
            String tagKind,
            String tagCategory,
            @Nullable String description,
            @Nullable String tagRule,
            boolean retired) {}

    Recorded recorded() {
        return new Recorded(
                name,
                subject.label(),
                kind.label(),
                category,
                description,
                criteria == null ? null : Json.MAPPER.writeValueAsString(criteria),
                retired);
    }

    boolean derived() {
        return criteria != null;
    }

    /** What the engine holds enterprises against. */
    PolicyRule rule() {
        if (criteria == null) {
            throw new IllegalStateException(name + " is set by hand");
        }
        return PolicyRule.ofConditions(id.toString(), "1", name, Json.MAPPER.convertValue(criteria, Criterion.class));
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Tag seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    /**
     * With other words and conditions. How it comes to somebody stays: else those who have it by hand would have it by a rule that nobody asked.
     *
     * @throws ProblemException STATE_CONFLICT
     */
    Tag changed(TagContent content) {
        if (derived() != (content.criteria() != null)) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, derived() ? "这个标签由条件得出，不能改为人工设置" : "这个标签由人工设置，不能改为由条件得出");
        }
        content.require(subject, kind);
        return new Tag(
                id,
                subject,
                kind,
                content.categoryText(),
                content.nameText(),
                content.descriptionText(),
                content.criteria(),
                retired,
                version + 1);
    }

    /** @throws ProblemException STATE_CONFLICT when it is so already */
    Tag retired(boolean now) {
        if (now == retired) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, now ? "这个标签已停用" : "这个标签没有停用");
        }
        return new Tag(id, subject, kind, category, name, description, criteria, now, version + 1);
    }

    /** @throws ProblemException TAG_RETIRED, TAG_DERIVED */
    Tag settable() {
        if (derived()) {
            throw new ProblemException(MatchingProblem.TAG_DERIVED, "“" + name + "”由条件得出，不能人工设置");
        }
        if (retired) {
            throw new ProblemException(MatchingProblem.TAG_RETIRED, "“" + name + "”已停用");
        }
        return this;
    }
}
