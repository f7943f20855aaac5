package cn.zhengqi.stats;

import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class StatsProcessing {

    static final DeclaredProcessing DECLARED = DeclaredProcessing.of(
            "统计服务",
            new ProcessingActivity(
                    "stats.dashboard",
                    "汇总统计平台运行和融资情况",
                    List.of(DataCategory.STATISTICS, DataCategory.FINANCING),
                    LegalBasis.LEGAL_DUTY,
                    List.of("区政府部门"),
                    Retention.until("统计档案销毁")),
            new ProcessingActivity(
                    "stats.ticker",
                    "展示最新动态，企业名称按规则遮盖，企业可以关闭",
                    List.of(DataCategory.STATISTICS),
                    LegalBasis.LEGAL_DUTY,
                    List.of("社会公众"),
                    Retention.until("被较新的二百条替换")));

    private StatsProcessing() {}
}
