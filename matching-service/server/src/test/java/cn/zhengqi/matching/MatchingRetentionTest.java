package cn.zhengqi.matching;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class MatchingRetentionTest extends RetentionTest {

    @Autowired
    JdbcClient jdbc;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of("matching.profile-past", List.of(new Kept(this::pastFact, this::isThere)));
    }

    private UUID pastFact(OffsetDateTime until) {
        UUID enterprise = Ids.next();
        jdbc.sql("""
                        insert into enterprise (id, uscc, name, town_code, town_name, industry_code, version)
                        values (?, ?, '旧事公司', 'elsewhere', '别处', 'C', 0)""").params(enterprise, enterprise.toString().substring(18)).update();
        jdbc.sql("""
                        insert into fact_past (enterprise_id, name, source, value, as_of, recorded_at, ended_at)
                        values (?, 'employees', 'SELF', '1', ?, ?, ?)""")
                .params(enterprise, until.toLocalDate(), until.minusDays(1), until)
                .update();
        return enterprise;
    }

    private boolean isThere(UUID enterprise) {
        return jdbc.sql("select exists (select from fact_past where enterprise_id = ?)")
                .param(enterprise)
                .query(Boolean.class)
                .single();
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of(
                "matching.tax", "cn.zhengqi.matching.profile.TaxAuthorizations.endExpired",
                "matching.result", "cn.zhengqi.matching.match.Matches.forgetOld",
                "matching.report", "cn.zhengqi.matching.report.IssuedReports.forgetOld");
    }
}
