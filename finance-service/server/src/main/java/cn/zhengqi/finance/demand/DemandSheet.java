package cn.zhengqi.finance.demand;

import cn.zhengqi.web.sheet.Sheet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Demands as a file: without whose they are, as in the list. */
final class DemandSheet {

    static final Sheet<DemandView> SHEET = Sheet.<DemandView>titled("融资需求")
            .column("需求编号", DemandView::number)
            .column("金额（元）", DemandView::amount)
            .column("期限（月）", DemandView::termMonths)
            .column("用途", DemandView::purpose)
            .column(
                    "可提供的担保",
                    it -> it.guarantees().isEmpty()
                            ? "无"
                            : it.guarantees().stream().map(Guarantee::label).collect(Collectors.joining("；")))
            .column("用款日期", DemandView::wantedOn)
            .column("镇街", DemandView::townName)
            .column("行业", DemandView::industry)
            .column("规模", DemandView::size)
            .column("来源", it -> it.channel().label())
            .column("状态", it -> it.status().label())
            .column("发布时间", DemandView::postedAt)
            .column("截止日期", DemandView::expiresOn)
            .column("认领中的机构数", DemandView::openClaims)
            .column("认领机构", it -> claims(it, ClaimView::bankName))
            .column("认领状态", it -> claims(it, claim -> claim.status().label()))
            .column("演示数据", DemandView::demo);

    private DemandSheet() {}

    private static String claims(DemandView it, Function<ClaimView, String> what) {
        return it.claims().stream().map(what).collect(Collectors.joining("；"));
    }
}
