package cn.zhengqi.code;

import cn.zhengqi.code.file.FileStore;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class CodeProcessing {

    private CodeProcessing() {}

    static DeclaredProcessing declared(RetentionTerms terms) {
        return DeclaredProcessing.of(
                "企业码服务",
                new ProcessingActivity(
                        "code.claim",
                        "核验领码申请人和授权",
                        List.of(DataCategory.CONTACT, DataCategory.REGISTER),
                        LegalBasis.CONSENT,
                        List.of("领码审核部门"),
                        Retention.until("企业码档案销毁")),
                new ProcessingActivity(
                        "code.claim-identity",
                        "核对法定代表人身份和授权委托书",
                        List.of(DataCategory.IDENTITY, DataCategory.AUTHORISATION_LETTER),
                        LegalBasis.CONSENT,
                        List.of("领码审核部门"),
                        Retention.of(terms.of("code.claim-identity"), "领码申请办结")),
                new ProcessingActivity(
                        "code.unused-file",
                        "暂存上传而未使用的文件",
                        List.of(DataCategory.AUTHORISATION_LETTER),
                        LegalBasis.CONSENT,
                        List.of(),
                        Retention.of(FileStore.KEPT_UNUSED, "上传")),
                new ProcessingActivity(
                        "code.scan",
                        "扫码核验企业身份和资质",
                        List.of(DataCategory.REGISTER, DataCategory.INVESTMENT, DataCategory.ASSET, DataCategory.LEGAL),
                        LegalBasis.CONSENT,
                        List.of("扫码核验人员", "企业向其出示动态码的第三方系统"),
                        Retention.of(terms.of("code.scan"), "扫码")),
                new ProcessingActivity(
                        "code.consent",
                        "留存授权的每次变更，作为处理依据的证明",
                        List.of(DataCategory.CONSENT, DataCategory.ACCOUNT),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.of(terms.of("code.consent"), "授权结束")),
                new ProcessingActivity(
                        "code.reading",
                        "向企业说明谁查看过其数据",
                        List.of(DataCategory.CONSENT, DataCategory.STAFF),
                        LegalBasis.LEGAL_DUTY,
                        List.of("被查看的企业"),
                        Retention.of(terms.of("code.reading"), "查看")),
                new ProcessingActivity(
                        "code.service-code-visit",
                        "统计服务码和场所码的使用",
                        List.of(DataCategory.ACCOUNT, DataCategory.REGISTER),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.of(terms.of("code.service-code-visit"), "访问")));
    }
}
