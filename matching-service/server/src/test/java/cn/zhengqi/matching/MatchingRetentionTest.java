package cn.zhengqi.matching;

import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.Map;

@ServiceTest
class MatchingRetentionTest extends RetentionTest {

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of();
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of(
                "matching.tax", "cn.zhengqi.matching.profile.TaxAuthorizations.endExpired",
                "matching.result", "cn.zhengqi.matching.match.Matches.forgetOld",
                "matching.report", "cn.zhengqi.matching.report.IssuedReports.forgetOld");
    }
}
