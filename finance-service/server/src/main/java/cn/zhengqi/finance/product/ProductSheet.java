package cn.zhengqi.finance.product;

import cn.zhengqi.web.sheet.Sheet;

/** Loan products of the console as a file. */
final class ProductSheet {

    static final Sheet<ManagedProduct> SHEET = Sheet.<ManagedProduct>titled("金融产品")
            .column("产品编号", it -> it.product().code())
            .column("产品名称", it -> it.product().title())
            .column("金融机构", it -> it.product().bankName())
            .column("类型", it -> it.product().productType())
            .column("担保方式", it -> it.product().guarantee())
            .column("最高额度（万元）", it -> it.product().maxAmountWan())
            .column("最长期限（月）", it -> it.product().termMonths())
            .column("利率", it -> it.product().rateText())
            .column("状态", it -> it.product().status().label())
            .column(
                    "暂停方",
                    it -> it.suspension() == null ? null : it.suspension().by().label())
            .column(
                    "暂停原因",
                    it -> it.suspension() == null ? null : it.suspension().reason())
            .column(
                    "机构自行暂停原因",
                    it -> it.bankSuspension() == null
                            ? null
                            : it.bankSuspension().reason())
            .column("首页置顶", it -> it.product().pinned())
            .column("核实情况", it -> it.product().verified() ? "已核对" : "待核实");

    private ProductSheet() {}
}
