package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms by kind and class of case, as data. A change holds for what is promised from then on. */
public final class PromiseTerms {

    private final JdbcClient jdbc;

    PromiseTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version to be given back with a change */
    public record TermRow(
            String caseClass, int workingDays, BigDecimal warnAfter, List<Integer> escalateAfter, int version) {

        PromisedTerm term() {
            return new PromisedTerm(workingDays, warnAfter, escalateAfter);
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
                        update promise_term set working_days = ?, warn_after = ?, escalate_after = ?::integer[], version = version + 1
                        where kind = ? and case_class = ? and version = ?""")
                .params(Arrays.asList(
                        term.workingDays(),
                        term.warnAfter(),
                        term.escalateAfter().toArray(Integer[]::new),
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
        return new TermRow(
                row.getString("case_class"),
                row.getInt("working_days"),
                row.getBigDecimal("warn_after"),
                integers(row.getArray("escalate_after")),
                row.getInt("version"));
    }

    static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }
}
