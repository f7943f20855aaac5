package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.web.sheet.Sheet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A notification in a list and on record.
 *
 * @param mandatory nobody's choice of ways holds for it
 * @param sendAt when it goes out, or went; absent of a draft: as soon as it may be
 * @param people how many it is for: as counted when it was handed in, and as fixed when it went out
 * @param decidedBy who approved or rejected it
 * @param version to be sent with the next action
 */
public record NotificationView(
        UUID id,
        MessageKind kind,
        String title,
        List<PushChannel> channels,
        boolean mandatory,
        NotificationState state,
        @Nullable OffsetDateTime sendAt,
        @Nullable Long people,
        String author,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String rejectReason,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        int version) {

    static final Sheet<NotificationView> SHEET = Sheet.<NotificationView>titled("消息通知")
            .column("标题", NotificationView::title)
            .column("类型", it -> it.kind().label())
            .column("通知方式", it -> it.channels().stream().map(PushChannel::label).collect(Collectors.joining("、")))
            .column("必须送达", it -> it.mandatory() ? "是" : "否")
            .column("状态", it -> it.state().label())
            .column("接收人数", NotificationView::people)
            .column("发送时间", NotificationView::sendAt)
            .column("编写人", NotificationView::author)
            .column("创建时间", NotificationView::createdAt)
            .column("审批人", NotificationView::decidedBy)
            .column("审批时间", NotificationView::decidedAt)
            .column("完成时间", NotificationView::endedAt);

    static NotificationView of(Notification it) {
        return new NotificationView(
                it.getId(),
                it.getKind(),
                it.getTitle(),
                it.ways(),
                it.isMandatory(),
                it.getState(),
                at(it.getSendAt()),
                it.getPeople(),
                it.getAuthorName(),
                BusinessTime.at(it.getCreatedAt()),
                at(it.getSubmittedAt()),
                it.getDeciderName(),
                at(it.getDecidedAt()),
                it.getRejectReason(),
                at(it.getStartedAt()),
                at(it.getEndedAt()),
                it.getVersion());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : BusinessTime.at(instant);
    }
}
