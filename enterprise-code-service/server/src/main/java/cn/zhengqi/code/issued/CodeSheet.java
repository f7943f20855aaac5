package cn.zhengqi.code.issued;

import cn.zhengqi.web.sheet.Sheet;

/** Issued codes as a file. */
final class CodeSheet {

    static final Sheet<EnterpriseCode> SHEET = Sheet.<EnterpriseCode>titled("企业码")
            .column("企业名称", EnterpriseCode::enterpriseName)
            .column("统一社会信用代码", EnterpriseCode::uscc)
            .column("企业码编号", EnterpriseCode::number)
            .column("状态", code -> code.status().label())
            .column("状态原因", EnterpriseCode::statusReason)
            .column("级别", code -> code.level().label())
            .column("级别原因", EnterpriseCode::levelReason)
            .column("发放时间", EnterpriseCode::issuedAt)
            .column("换发时间", EnterpriseCode::reissuedAt)
            .column("演示数据", EnterpriseCode::demo);

    private CodeSheet() {}
}
