package cn.zhengqi.user;

import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class UserProcessing {

    static final DeclaredProcessing DECLARED = DeclaredProcessing.of(
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
                    Retention.until("解除关联")));

    private UserProcessing() {}
}
