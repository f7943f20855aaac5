package cn.zhengqi.message.template;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.template.TemplateStore.Changed;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of notice in the list.
 *
 * @param name what happened
 * @param receivers who is told
 * @param mandatory why nobody may switch it off; absent: it may be
 * @param number of the words in force; 0: those that the platform ships
 * @param version to be sent with the next action
 */
record TemplateView(
        String code,
        NoticeGroup group,
        String name,
        String receivers,
        String title,
        String body,
        List<PushChannel> ways,
        boolean enabled,
        @Nullable String mandatory,
        int number,
        @Nullable String changedBy,
        @Nullable OffsetDateTime changedAt,
        int version) {

    static final Sheet<TemplateView> SHEET = Sheet.<TemplateView>titled("系统消息")
            .column("分类", it -> it.group().label())
            .column("触发事件", TemplateView::name)
            .column("接收人", TemplateView::receivers)
            .column("标题", TemplateView::title)
            .column("正文", TemplateView::body)
            .column("通知方式", it -> it.ways().stream().map(PushChannel::label).collect(Collectors.joining("、")))
            .column("状态", it -> it.enabled() ? "启用" : "停用")
            .column("版本", it -> it.number() == 0 ? "默认" : "第 " + it.number() + " 版")
            .column("修改人", TemplateView::changedBy)
            .column("修改时间", TemplateView::changedAt);

    static TemplateView of(NoticeKind<?> kind, TemplateContent content, @Nullable Changed changed) {
        return new TemplateView(
                kind.code(),
                kind.group(),
                kind.name(),
                kind.receivers(),
                content.title(),
                content.body(),
                content.ways(),
                changed == null || changed.enabled(),
                kind.mandatory(),
                changed == null ? 0 : changed.number(),
                changed == null ? null : changed.by(),
                changed == null ? null : changed.at(),
                changed == null ? 0 : changed.version());
    }
}
