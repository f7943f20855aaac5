package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.promise.PromiseRung;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms by kind and class of case, as data. A change holds for what is promised from then on. */
public final class PromiseTerms {

    private final JdbcClient jdbc;

    PromiseTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version to be given back with a change */
    public record TermRow(
            String caseClass,
            int workingDays,
            BigDecimal warnAfter,
            List<Integer> escalateAfter,
            List<PromiseRung> escalateTo,
            int version) {

        PromisedTerm term() {
            return new PromisedTerm(workingDays, warnAfter, escalateAfter, escalateTo);
        }
    }

    public List<TermRow> of(PromiseKind kind) {
        return jdbc.sql("select * from promise_term where kind = ? order by case_class")
                .param(kind.name())
                .query(PromiseTerms::row)
                .list();
    }

    /** @throws ProblemException NOT_FOUND */
    public TermRow of(PromiseKind kind, String caseClass) {
        return find(kind.name(), caseClass).orElseThrow(() -> ProblemException.notFound("没有该类事项的承诺时限"));
    }

    /** @throws IllegalStateException where a service promises what it has no term for */
    PromisedTerm term(String kind, String caseClass) {
        return find(kind, caseClass)
                .orElseThrow(() -> new IllegalStateException("no term for " + kind + "/" + caseClass))
                .term();
    }

    /** @throws ProblemException VERSION_CONFLICT */
    public TermRow change(PromiseKind kind, String caseClass, PromisedTerm term, int version) {
        int changed = jdbc.sql("""
                        update promise_term
                        set working_days = ?, warn_after = ?, escalate_after = ?::integer[], escalate_to = ?::text[], version = version + 1
                        where kind = ? and case_class = ? and version = ?""")
                .params(Arrays.asList(
                        term.workingDays(),
                        term.warnAfter(),
                        term.escalateAfter().toArray(Integer[]::new),
                        names(term.escalateTo()),
                        kind.name(),
                        caseClass,
                        version))
                .update();
        if (changed == 0) {
            throw ProblemException.versionConflict();
        }
        return of(kind, caseClass);
    }

    private Optional<TermRow> find(String kind, String caseClass) {
        return jdbc.sql("select * from promise_term where kind = ? and case_class = ?")
                .params(kind, caseClass)
                .query(PromiseTerms::row)
                .optional();
    }

    private static TermRow row(ResultSet row, int number) throws SQLException {
        PromisedTerm term = term(row);
        return new TermRow(
                row.getString("case_class"),
                term.workingDays(),
                term.warnAfter(),
                term.escalateAfter(),
                term.escalateTo(),
                row.getInt("version"));
    }

    /** Of a row of terms or of promises, which have the term of their day. */
    static PromisedTerm term(ResultSet row) throws SQLException {
        List<Integer> after = List.of((Integer[]) row.getArray("escalate_after").getArray());
        return new PromisedTerm(
                row.getInt("working_days"),
                row.getBigDecimal("warn_after"),
                after,
                rungs(row.getArray("escalate_to"), after.size()));
    }

    /** Before it was said who is told when, everybody was at each step. */
    private static List<PromiseRung> rungs(@Nullable Array names, int steps) throws SQLException {
        return names == null
                ? Collections.nCopies(steps, PromiseRung.OPERATORS)
                : Stream.of((String[]) names.getArray())
                        .map(PromiseRung::valueOf)
                        .toList();
    }

    static String[] names(List<PromiseRung> rungs) {
        return rungs.stream().map(PromiseRung::name).toArray(String[]::new);
    }
}
