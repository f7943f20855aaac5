package cn.zhengqi.stats.funnel;

import cn.zhengqi.web.sheet.Sheet;

/** Funnels as a file. */
final class FunnelSheet {

    static final Sheet<PolicyFunnel> SHEET = Sheet.<PolicyFunnel>titled("政策漏斗")
            .column("政策", PolicyFunnel::title)
            .column("发文机关", PolicyFunnel::issuer)
            .column("匹配（家）", PolicyFunnel::matched)
            .column("已推送（家）", PolicyFunnel::told)
            .column("已打开（家）", PolicyFunnel::opened)
            .column("已申报（家）", PolicyFunnel::filed)
            .column("已通过（家）", PolicyFunnel::approved)
            .column("已兑付（家）", PolicyFunnel::paid)
            .column("兑付金额（元）", PolicyFunnel::amountPaid)
            .column("匹配统计时间", PolicyFunnel::countedAt);

    private FunnelSheet() {}
}
