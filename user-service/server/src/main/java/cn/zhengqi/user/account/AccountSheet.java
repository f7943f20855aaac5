package cn.zhengqi.user.account;

import cn.zhengqi.web.sheet.Sheet;

/** The accounts as a file. Not in the filter, whose fields are described as what may be asked for. */
final class AccountSheet {

    static final Sheet<AccountRow> SHEET = Sheet.<AccountRow>titled("用户账号")
            .column("姓名", AccountRow::displayName)
            .column("用户类型", row -> row.userType().label())
            .column("所属企业或机构", row -> row.enterpriseName() == null ? row.institutionName() : row.enterpriseName())
            .column("角色", AccountRow::roleNames)
            .column("状态", row -> row.enabled() ? "正常" : "已停用")
            .column("注册来源", row -> row.channel().label())
            .column("注册时间", AccountRow::registeredAt)
            .column("演示数据", AccountRow::demo);

    private AccountSheet() {}
}
