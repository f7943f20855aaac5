package cn.zhengqi.user.staff;

import cn.zhengqi.web.sheet.Sheet;

/** Accounts as files. */
final class AccountSheets {

    static final Sheet<StaffRow> STAFF = Sheet.<StaffRow>titled("机构账号")
            .column("姓名", StaffRow::displayName)
            .column("所属机构", StaffRow::institutionName)
            .column("角色", StaffRow::roleNames)
            .column("状态", row -> state(row.enabled()))
            .column("开通时间", StaffRow::registeredAt)
            .column("演示数据", StaffRow::demo);

    static final Sheet<EnterpriseAccountRow> SELF_REGISTERED = Sheet.<EnterpriseAccountRow>titled("企业用户")
            .column("姓名", EnterpriseAccountRow::displayName)
            .column("企业", EnterpriseAccountRow::enterpriseName)
            .column("注册来源", row -> row.channel().label())
            .column("状态", row -> state(row.enabled()))
            .column("注册时间", EnterpriseAccountRow::registeredAt)
            .column("演示数据", EnterpriseAccountRow::demo);

    private AccountSheets() {}

    private static String state(boolean enabled) {
        return enabled ? "正常" : "已停用";
    }
}
