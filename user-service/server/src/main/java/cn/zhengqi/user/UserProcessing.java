package cn.zhengqi.user;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class UserProcessing {

    private UserProcessing() {}

    static DeclaredProcessing declared(RetentionTerms terms) {
        return DeclaredProcessing.of(
                "企业与机构服务",
                new ProcessingActivity(
                        "user.register",
                        "提供企业登记信息查询和核验",
                        List.of(DataCategory.REGISTER),
                        LegalBasis.PUBLIC_INFORMATION,
                        List.of("政府部门", "经企业同意的金融机构"),
                        Retention.until("企业登记信息注销移除")),
                new ProcessingActivity(
                        "user.register-detail",
                        "依企业授权展示投资、资产和法务信息",
                        List.of(DataCategory.INVESTMENT, DataCategory.ASSET, DataCategory.LEGAL),
                        LegalBasis.CONSENT,
                        List.of("扫码核验人员"),
                        Retention.until("企业登记信息注销移除")),
                new ProcessingActivity(
                        "user.membership",
                        "确定账号可以代表哪家企业或机构",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT, DataCategory.STAFF),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("解除关联；解除的关联至账号注销，供本人查阅和导出")),
                new ProcessingActivity(
                        "user.invitation",
                        "企业管理员邀请成员",
                        List.of(DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("user.invitation"), "邀请")),
                new ProcessingActivity(
                        "user.institution-contact",
                        "登记机构联系人，公开机构指定的对外联系方式",
                        List.of(DataCategory.CONTACT, DataCategory.STAFF),
                        LegalBasis.CONTRACT,
                        List.of("社会公众（仅机构指定公开的联系人）"),
                        Retention.until("机构删除该联系人")),
                new ProcessingActivity(
                        "user.admission",
                        "审核商会、服务机构的入驻申请",
                        List.of(DataCategory.CONTACT, DataCategory.REGISTER),
                        LegalBasis.CONTRACT,
                        List.of("社会公众（通过后公开为机构的联系电话，填写时告知）"),
                        Retention.until("机构移除；未通过的申请至申请人注销账号")),
                new ProcessingActivity(
                        "user.admission-paper",
                        "留存未通过的入驻申请所附材料，供申请人核对后重新申请",
                        List.of(DataCategory.REGISTER, DataCategory.IDENTITY),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("user.admission-paper"), "不予入驻")));
    }
}
