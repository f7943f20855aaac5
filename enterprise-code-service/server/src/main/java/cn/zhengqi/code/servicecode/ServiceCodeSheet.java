package cn.zhengqi.code.servicecode;

import cn.zhengqi.web.sheet.Sheet;

/** Codes of services and venues as a file. */
final class ServiceCodeSheet {

    static final Sheet<ServiceCodeView> SHEET = Sheet.<ServiceCodeView>titled("服务码")
            .column("名称", ServiceCodeView::name)
            .column("类型", code -> code.kind().label())
            .column("地点", ServiceCodeView::place)
            .column(
                    "打开的服务",
                    code -> String.join(
                            "、",
                            code.offers().stream()
                                    .map(ServiceCodeView.OfferView::words)
                                    .toList()))
            .column("状态", code -> code.status().label())
            .column("访问次数", ServiceCodeView::visits)
            .column("近 30 天", ServiceCodeView::recentVisits)
            .column("来访企业", ServiceCodeView::visitors)
            .column("最近访问", ServiceCodeView::lastVisitAt)
            .column("创建人", ServiceCodeView::createdByName)
            .column("创建时间", ServiceCodeView::createdAt);

    private ServiceCodeSheet() {}
}
