package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalPurposeUses.Uses;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often each purpose is named. Reads every application and demand: an operator asks who looks at the dictionary, or deletes from it. */
@Component
class PurposeFigures {

    /** What the applicant added stands behind the purpose. Of two names of which one begins with the other the longer is meant. */
    private static final String COUNT = """
            with purpose as (
              select purpose as words from loan_application
              union all
              select purpose from financing_demand),
            named as (
              select (select n.name from unnest(:names::text[]) n(name)
                where p.words = n.name or starts_with(p.words, n.name || :between)
                order by length(n.name) desc limit 1) as name
              from purpose p)
            select name, count(*) as uses from named group by name""";

    private final JdbcClient jdbc;

    PurposeFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the primary: one that was handed in a moment ago counts. */
    @Transactional
    Uses uses(Collection<String> names) {
        Map<String, Long> byName = new HashMap<>();
        long[] otherwise = {0};
        jdbc.sql(COUNT)
                .param("names", names.toArray(String[]::new))
                .param("between", LoanPurposes.BETWEEN)
                .query(row -> {
                    String name = row.getString("name");
                    if (name == null) {
                        otherwise[0] = row.getLong("uses");
                    } else {
                        byName.put(name, row.getLong("uses"));
                    }
                });
        return new Uses(byName, otherwise[0]);
    }
}
