package cn.zhengqi.message.notice;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.notification.NotificationMoved;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 消息通知: who may approve one hears that it waits, before its time goes by, and who wrote it hears what was decided. */
@Component
class NotificationNotices {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BusinessTime.ZONE);

    private static final String PAGE = "/notifications/${通知标识}";

    private static final NoticeKind<NotificationMoved> TO_APPROVE = kind(
                    "notification.to-approve", "消息通知待审批", "有权审批的人员，编写人除外")
            .mandatory(Because.WORK)
            .knows(Variable.<NotificationMoved>text("编写人", "编写通知的人", "王晓", NotificationMoved::author)
                    .covered(Mask.NAME))
            .knows(Variable.text("人数", "接收人数", "120 人", it -> it.people() + " 人"))
            .knows(Variable.<NotificationMoved>text(
                            "发送时间", "定时发送的时间，立即发送的没有", "2026年12月1日 17:10", it -> time(it.sendAt()))
                    .optional())
            .says("消息通知待审批", "${编写人}编写的通知“${标题}”（接收人 ${人数}）待审批[[，计划于 ${发送时间}发送]]。", PAGE);

    private static final NoticeKind<NotificationMoved> HELD_BACK = kind(
                    "notification.held-back", "消息通知未发送，待审批", "编写和提交通知的人员")
            .knows(Variable.text("人数", "接收人数", "120 人", it -> it.people() + " 人"))
            .says("消息通知未发送，待审批", "您编写的通知“${标题}”未发送：接收人增至 ${人数}，需要审批，审批通过后立即发送。", PAGE);

    private static final NoticeKind<NotificationMoved> APPROVED = decided("notification.approved", "消息通知审批通过")
            .knows(Variable.<NotificationMoved>text("发送时间", "发送的时间", "2026年12月1日 17:10", it -> time(it.sendAt()))
                    .optional())
            .says("消息通知审批通过", "您编写的通知“${标题}”已由${审批人}审批通过[[，发送时间 ${发送时间}]]。", PAGE);

    private static final NoticeKind<NotificationMoved> REJECTED = decided("notification.rejected", "消息通知被驳回")
            .knows(Variable.<NotificationMoved>text("原因", "驳回的原因", "人数过多，请缩小范围", NotificationMoved::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("消息通知被驳回", "您编写的通知“${标题}”被${审批人}驳回。原因：${原因}", PAGE);

    static final List<NoticeKind<?>> KINDS = List.of(TO_APPROVE, HELD_BACK, APPROVED, REJECTED);

    private final Noticeboard board;

    NotificationNotices(Noticeboard board) {
        this.board = board;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(NotificationMoved it) {
        EventMetadata meta =
                new EventMetadata(Ids.next(), "message.NotificationMoved", it.notification(), it.version(), it.at());
        switch (it.step()) {
            case WAITS -> askApprovers(it, meta);
            case WAITS_AFTER_ALL -> {
                askApprovers(it, meta);
                board.tell(it.authors(), meta, HELD_BACK, it);
            }
            case APPROVED -> {
                board.done(meta);
                board.tell(it.authors(), meta, APPROVED, it);
            }
            case REJECTED -> {
                board.done(meta);
                board.tell(it.authors(), meta, REJECTED, it);
            }
            case CANCELLED -> board.done(meta);
        }
    }

    /** Who comes to it and may decide: people of the institution whose it is, of those above it, and the platform's operators. */
    private void askApprovers(NotificationMoved it, EventMetadata meta) {
        Task approving = new Task(it.notification(), it.version());
        UUID institution = it.institution();
        if (institution != null) {
            Desk own = Desk.of(institution, MessagePermissions.APPROVE_NOTIFICATIONS)
                    .orAbove();
            board.ask(ofApprovers(own, it), meta, TO_APPROVE, it, approving);
        }
        Desk operators = Desk.ofOperators(MessagePermissions.APPROVE_NOTIFICATIONS);
        board.ask(ofApprovers(operators, it), meta, TO_APPROVE, it, approving);
    }

    private static Desk ofApprovers(Desk desk, NotificationMoved it) {
        return desk.without(it.authors());
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }

    private static NoticeKind.Draft<NotificationMoved> decided(String code, String name) {
        return kind(code, name, "编写和提交通知的人员")
                .knows(Variable.<NotificationMoved>text("审批人", "作出决定的人", "李明", NotificationMoved::decider)
                        .required()
                        .covered(Mask.NAME));
    }

    private static NoticeKind.Draft<NotificationMoved> kind(String code, String name, String receivers) {
        return NoticeKind.<NotificationMoved>of(NoticeGroup.NOTIFICATION, code, name, receivers)
                .toDesks()
                .knows(Variable.<NotificationMoved>text("标题", "通知的标题", "申报提醒", NotificationMoved::title)
                        .required())
                .knows(Variable.id("通知标识", "消息通知", NotificationMoved::notification));
    }
}
