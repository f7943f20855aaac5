package cn.zhengqi.finance.news;

import cn.zhengqi.web.sheet.Sheet;

/** Articles as a file, without their bodies. */
final class ArticleSheet {

    static final Sheet<ManagedArticle> SHEET = Sheet.<ManagedArticle>titled("金融内容")
            .column("栏目", it -> it.content().section().label())
            .column("标题", it -> it.content().title())
            .column("摘要", it -> it.content().summary())
            .column("来源", it -> it.content().source())
            .column("原文链接", it -> it.content().sourceUrl())
            .column("机构或窗口", it -> it.content().organisation())
            .column("电话", it -> it.content().phone())
            .column("服务时间", it -> it.content().hours())
            .column("状态", it -> it.status().label())
            .column("置顶", ManagedArticle::pinned)
            .column("编写人", ManagedArticle::author)
            .column("审核人", ManagedArticle::decidedBy)
            .column("发布时间", ManagedArticle::publishedAt)
            .column("更新时间", ManagedArticle::changedAt);

    private ArticleSheet() {}
}
