package cn.zhengqi.user.role;

import cn.zhengqi.web.sheet.Sheet;

/** The roles as a file. Not in the filter, whose fields are described as what may be asked for. */
final class RoleSheet {

    static final Sheet<RoleRow> SHEET = Sheet.<RoleRow>titled("角色")
            .column("角色", RoleRow::name)
            .column("说明", RoleRow::description)
            .column("所属机构", row -> row.preset() ? "平台预置" : row.institutionName())
            .column("权限数", RoleRow::permissions)
            .column("使用人数", RoleRow::members)
            .column("最近修改", RoleRow::updatedAt)
            .column("修改人", RoleRow::updatedByName);

    private RoleSheet() {}
}
