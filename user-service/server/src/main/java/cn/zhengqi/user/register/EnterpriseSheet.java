package cn.zhengqi.user.register;

import cn.zhengqi.user.UserFields;
import cn.zhengqi.web.sheet.Sheet;

/** Enterprises as a file. */
final class EnterpriseSheet {

    static final Sheet<EnterpriseRow> SHEET = Sheet.<EnterpriseRow>titled("企业信息")
            .column("统一社会信用代码", EnterpriseRow::uscc)
            .column("企业名称", EnterpriseRow::name)
            .column("主体类型", EnterpriseRow::entityType)
            .column("法定代表人", UserFields.LEGAL_REP, EnterpriseRow::legalRep)
            .column("注册资本（万元）", EnterpriseRow::registeredCapital)
            .column("成立日期", EnterpriseRow::establishedOn)
            .column("行业代码", EnterpriseRow::industryCode)
            .column("行业", EnterpriseRow::industryName)
            .column("镇街", EnterpriseRow::townName)
            .column("登记状态", row -> row.status().label())
            .column("是否认证", row -> row.certified() ? "已认证" : "未认证")
            .column("入库时间", EnterpriseRow::registeredAt)
            .column("备注", row -> row.demo() ? "演示数据" : "");

    private EnterpriseSheet() {}
}
