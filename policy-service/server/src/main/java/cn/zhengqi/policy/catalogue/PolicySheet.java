package cn.zhengqi.policy.catalogue;

import cn.zhengqi.web.sheet.Sheet;

/** The policies of the console as a file. */
final class PolicySheet {

    static final Sheet<ManagedPolicy> SHEET = Sheet.<ManagedPolicy>titled("政策")
            .column("编号", ManagedPolicy::code)
            .column("政策名称", ManagedPolicy::title)
            .column("文号", ManagedPolicy::docNumber)
            .column("发文机关", ManagedPolicy::issuer)
            .column("级别", policy -> policy.level().label())
            .column("类别", policy -> policy.category().label())
            .column("发布日期", ManagedPolicy::publishDate)
            .column("有效期至", policy -> policy.validTo() == null ? "未载明" : policy.validTo())
            .column("效力", policy -> policy.status().label())
            .column("发布状态", policy -> policy.publication().label())
            .column("撤下原因", ManagedPolicy::withdrawnReason)
            .column("维护单位", ManagedPolicy::owner)
            .column("核实情况", policy -> policy.verified() ? "已核对" : "待核实");

    private PolicySheet() {}
}
