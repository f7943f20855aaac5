package cn.zhengqi.matching;

import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class MatchingProcessing {

    private MatchingProcessing() {}

    /**
     * @param resultsKept how long a match can be looked up
     * @param reportsKept how long a report that was issued can be read
     * @param pastKept how long it is known what was said of an enterprise before
     */
    static DeclaredProcessing declared(Duration resultsKept, Duration reportsKept, Period pastKept) {
        return DeclaredProcessing.of(
                "匹配服务",
                new ProcessingActivity(
                        "matching.profile",
                        "形成企业画像",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("企业删除填报的信息")),
                new ProcessingActivity(
                        "matching.profile-past",
                        "保存企业信息和填报信息变更前的内容，用于按过去的日期匹配；企业删除填报的信息时一并删除",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(pastKept, "变更")),
                new ProcessingActivity(
                        "matching.tax",
                        "依企业授权取得涉税信息，用于匹配",
                        List.of(DataCategory.TAX),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.of(Period.ofMonths(12), "授权")),
                new ProcessingActivity(
                        "matching.tax-intent",
                        "记下正在办理的涉税授权及其经办人，没有办成的由平台撤回授权",
                        List.of(DataCategory.CONTACT, DataCategory.CONSENT),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.until("授权办成，或没有办成而撤回")),
                new ProcessingActivity(
                        "matching.result",
                        "匹配政策和贷款产品，保存匹配结果",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(Period.ofDays((int) resultsKept.toDays()), "匹配")),
                new ProcessingActivity(
                        "matching.result-tax",
                        "匹配结果中的涉税信息",
                        List.of(DataCategory.TAX),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.until("企业收回授权或授权到期")),
                new ProcessingActivity(
                        "matching.credit-advice",
                        "应企业要求估算贷款额度，说明怎样可以提高",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("答复发出，不留存")),
                new ProcessingActivity(
                        "matching.report",
                        "出具规划报告，供查阅和核验",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(Period.ofDays((int) reportsKept.toDays()), "出具")),
                new ProcessingActivity(
                        "matching.report-tax",
                        "规划报告中的涉税信息",
                        List.of(DataCategory.TAX),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.until("企业收回授权或授权到期")),
                new ProcessingActivity(
                        "matching.sandbox",
                        "政策发布前推演哪些企业会受影响，供起草和审核的部门按管辖范围查看，不含涉税信息",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.until("推演结束，不留存")),
                new ProcessingActivity(
                        "matching.system",
                        "依企业授权，向第三方系统提供匹配的政策和贷款产品",
                        List.of(DataCategory.PROFILE),
                        LegalBasis.CONSENT,
                        List.of("企业授权的第三方系统"),
                        Retention.until("企业撤回授权或授权到期")),
                new ProcessingActivity(
                        "matching.standing",
                        "保存企业对各项政策和贷款产品是否符合条件的结论，供按管辖范围统计和推送政策，变化后即时更新",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.until("企业的信息或政策变化，以新的结论替代")),
                new ProcessingActivity(
                        "matching.standing-tax",
                        "由涉税信息得出的结论",
                        List.of(DataCategory.TAX),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.until("企业收回授权或授权到期")),
                new ProcessingActivity(
                        "matching.push",
                        "向符合条件的企业推送新政策，同一政策只推送一次，企业可以关闭",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.until("平台不再保存该政策，保存期间据此不重复推送")),
                new ProcessingActivity(
                        "matching.tag",
                        "部门给企业打标签，或由企业画像按条件得出标签，按管辖范围查看，不含涉税信息；企业可以看到自己的标签和依据",
                        List.of(DataCategory.REGISTER, DataCategory.PROFILE),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.until("取消标签；按条件得出的不保存")),
                new ProcessingActivity(
                        "matching.recommendation",
                        "按企业画像个性化推荐，企业可以关闭",
                        List.of(DataCategory.PROFILE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("企业关闭个性化推荐")));
    }
}
