package cn.zhengqi.matching.dictionary;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.api.facts.FormulaWords;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the dictionary, one after the other, each change a new edition of a fact with who and when. It is in force from the end of the transaction on, and what comes out
 * otherwise by it is judged anew.
 */
@Service
@Transactional
class FactEditions {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{1,39}");

    /** The end of paths of this list, which no fact can have. */
    private static final List<String> RESERVED = List.of("groups", "choices", "export", "preview");

    private final JdbcClient jdbc;
    private final Library library;
    private final FactPages pages;
    private final AuditTrail audit;
    private final Clock clock;

    FactEditions(JdbcClient jdbc, Library library, FactPages pages, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.library = library;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    private record Row(FactDefinition fact, int edition, boolean shipped) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    Json.MAPPER.readValue(row.getString("definition"), FactDefinition.class),
                    row.getInt("edition"),
                    row.getBoolean("shipped"));
        }
    }

    /** What goes on record of a change. */
    private record Recorded(
            String label,
            String group,
            @Nullable String unit,
            @Nullable String formula,
            String period,
            @Nullable String hint,
            String visibleTo,
            boolean retired) {

        static Recorded of(FactDefinition fact) {
            return new Recorded(
                    fact.label(),
                    fact.group(),
                    fact.unit(),
                    fact.calculation() == null
                            ? null
                            : FormulaWords.spoken(fact.calculation(), FactDictionary.inForce()),
                    fact.period(),
                    fact.hint(),
                    fact.visibility().label(),
                    fact.outOfUse());
        }
    }

    /** @throws ProblemException VALIDATION_FAILED with what is wrong at which field */
    void create(String name, FactContent content, CurrentUser by) {
        FactDictionary facts = dictionary(locked());
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw ProblemException.validation("name", "FACT_NAME", "编码由小写字母开头，2 到 40 个字母或数字");
        }
        if (facts.find(name) != null) {
            throw ProblemException.validation("name", "FACT_NAME_TAKEN", "已有编码为“" + name + "”的指标");
        }
        FactDefinition fact = new FactRevision(facts, name, null, content, () -> "").after();
        jdbc.sql("""
                        insert into fact_definition (name, place, definition, edition, changed_at)
                        select ?, max(place) + 1, ?::jsonb, 1, ? from fact_definition""").params(name, json(fact), now()).update();
        kept(fact, 1, by);
        library.factsChanged(List.of());
        audit.changed(FactAction.FACT_CREATED, id(name), fact.label(), null, Recorded.of(fact));
    }

    /**
     * @param elsewhere in words what names it in other services
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, FACT_RETIRED, VALIDATION_FAILED with what is wrong at which field
     */
    void change(String name, int seen, FactContent content, List<String> elsewhere, CurrentUser by) {
        List<Row> rows = locked();
        Row row = seen(rows, name, seen);
        if (row.fact().outOfUse()) {
            throw new ProblemException(MatchingProblem.FACT_RETIRED);
        }
        FactUse use = pages.use(name);
        FactRevision revision =
                new FactRevision(dictionary(rows), name, row.fact(), content, () -> where(use, elsewhere));
        FactDefinition after = revision.after();
        store(row, after, revision.recalculates() ? users(use) : List.of(), FactAction.FACT_CHANGED, by);
    }

    /**
     * Only one that people added and that nothing names.
     *
     * @param elsewhere in words what names it in other services
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, FACT_OF_PRODUCT, FACT_IN_USE
     */
    void retire(String name, int seen, List<String> elsewhere, CurrentUser by) {
        retire(name, seen, true, elsewhere, by);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, FACT_OF_PRODUCT */
    void restore(String name, int seen, CurrentUser by) {
        retire(name, seen, false, List.of(), by);
    }

    private void retire(String name, int seen, boolean retired, List<String> elsewhere, CurrentUser by) {
        Row row = seen(locked(), name, seen);
        if (row.shipped()) {
            throw new ProblemException(MatchingProblem.FACT_OF_PRODUCT);
        }
        if (row.fact().outOfUse() == retired) {
            return;
        }
        if (retired) {
            String where = where(pages.use(name), elsewhere);
            if (!where.isEmpty()) {
                throw new ProblemException(
                        MatchingProblem.FACT_IN_USE, "“" + row.fact().label() + "”正被引用，不能停用：" + where);
            }
        }
        store(
                row,
                retired ? row.fact().retire() : row.fact().restore(),
                List.of(),
                retired ? FactAction.FACT_RETIRED : FactAction.FACT_RESTORED,
                by);
    }

    /**
     * Newest first; from the primary, for people look at it right after they changed something.
     *
     * @throws ProblemException NOT_FOUND
     */
    List<FactPast> past(String name) {
        FactDictionary facts = dictionary(rows());
        List<FactPast> past = jdbc.sql("""
                        select edition, definition, changed_at, changed_by_name from fact_definition_edition
                        where name = ? order by edition desc limit 100""")
                .param(name)
                .query((row, number) -> {
                    FactDefinition fact = Json.MAPPER.readValue(row.getString("definition"), FactDefinition.class);
                    return new FactPast(
                            row.getInt("edition"),
                            BusinessTime.at(row.getObject("changed_at", OffsetDateTime.class)
                                    .toInstant()),
                            row.getString("changed_by_name"),
                            fact.label(),
                            fact.unit(),
                            fact.calculation() == null ? null : FormulaWords.spoken(fact.calculation(), facts),
                            fact.period(),
                            fact.hint(),
                            fact.visibility(),
                            fact.visibility().label(),
                            fact.outOfUse());
                })
                .list();
        if (past.isEmpty()) {
            throw ProblemException.notFound("没有这个指标");
        }
        return past;
    }

    /** One edition of a fact. Who is absent for what shipped with the product. */
    record FactPast(
            int edition,
            OffsetDateTime changedAt,
            @Nullable String changedBy,
            String label,
            @Nullable String unit,
            @Nullable String formula,
            String period,
            @Nullable String hint,
            FactVisibility visibility,
            String visibleTo,
            boolean retired) {}

    private void store(Row before, FactDefinition after, List<String> users, FactAction action, CurrentUser by) {
        int edition = before.edition() + 1;
        jdbc.sql("update fact_definition set definition = ?::jsonb, edition = ?, changed_at = ? where name = ?")
                .params(json(after), edition, now(), after.name())
                .update();
        kept(after, edition, by);
        library.factsChanged(users);
        audit.changed(action, id(after.name()), after.label(), Recorded.of(before.fact()), Recorded.of(after));
    }

    private void kept(FactDefinition fact, int edition, CurrentUser by) {
        jdbc.sql("""
                        insert into fact_definition_edition (name, edition, definition, changed_at, changed_by, changed_by_name)
                        values (?, ?, ?::jsonb, ?, ?, ?)""")
                .params(fact.name(), edition, json(fact), now(), by.accountId(), by.name())
                .update();
    }

    /** Until the end of the transaction nobody else changes the dictionary: what fits together now still does then. */
    private List<Row> locked() {
        jdbc.sql("select number from library_revision for update")
                .query(Long.class)
                .single();
        return rows();
    }

    private List<Row> rows() {
        return jdbc.sql("select definition, edition, shipped from fact_definition order by place")
                .query(Row::of)
                .list();
    }

    private static FactDictionary dictionary(List<Row> rows) {
        return new FactDictionary(rows.stream().map(Row::fact).toList());
    }

    private static Row seen(List<Row> rows, String name, int seen) {
        Row row = rows.stream()
                .filter(one -> one.fact().name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("没有这个指标"));
        if (row.edition() != seen) {
            throw ProblemException.versionConflict();
        }
        return row;
    }

    private static List<String> users(FactUse use) {
        return Stream.concat(use.policies().stream(), use.products().stream())
                .map(FactUse.Named::code)
                .toList();
    }

    /** In words; empty where nothing names it. */
    private static String where(FactUse use, List<String> elsewhere) {
        List<String> where = new ArrayList<>();
        told("政策", use.policies(), where);
        told("贷款产品", use.products(), where);
        told("标签", use.tags(), where);
        told("指标", use.derived(), where);
        where.addAll(elsewhere);
        return String.join("；", where);
    }

    private static void told(String kind, List<FactUse.Named> users, List<String> into) {
        if (!users.isEmpty()) {
            List<String> names =
                    users.stream().limit(5).map(FactUse.Named::name).toList();
            into.add(kind + "“" + String.join("”“", names) + "”"
                    + (users.size() > names.size() ? "等 " + users.size() + " 个" : ""));
        }
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("fact:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(FactDefinition fact) {
        return Json.MAPPER.writeValueAsString(fact);
    }

    private OffsetDateTime now() {
        return BusinessTime.at(clock.instant());
    }
}
