package cn.zhengqi.message.notification;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.MessagePermissions;
import cn.zhengqi.message.audience.Circles;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.audience.Holders;
import cn.zhengqi.message.audience.Meant;
import cn.zhengqi.message.notification.Notification.Person;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 消息通知 in the console: operators and institutions tell many people, for more than one may decide on a second person approves. */
@RestController
@RequestMapping("/api/message/notifications")
@Permission({
    MessagePermissions.READ_NOTIFICATIONS,
    MessagePermissions.MANAGE_NOTIFICATIONS,
    MessagePermissions.APPROVE_NOTIFICATIONS
})
class NotificationController {

    private final NotificationDesk desk;
    private final Receivers receivers;
    private final Reach reach;
    private final Circles circles;
    private final TextMessages texts;
    private final NotificationSettings settings;
    private final Exports exports;
    private final Holders holders;
    private final OneEffect once;

    NotificationController(
            NotificationDesk desk,
            Receivers receivers,
            Reach reach,
            Circles circles,
            TextMessages texts,
            NotificationSettings settings,
            Exports exports,
            Holders holders,
            OneEffect once) {
        this.desk = desk;
        this.receivers = receivers;
        this.reach = reach;
        this.circles = circles;
        this.texts = texts;
        this.settings = settings;
        this.exports = exports;
        this.holders = holders;
        this.once = once;
    }

    @GetMapping
    Page<NotificationView> list(@Valid NotificationFilter filter, CurrentUser user, PageRequest page) {
        return desk.list(filter, Bounds.of(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid NotificationFilter filter, CurrentUser user) {
        Bounds bounds = Bounds.of(user);
        return exports.file(
                NotificationAction.NOTIFICATIONS_EXPORTED,
                NotificationView.SHEET,
                filter,
                user,
                desk.count(filter, bounds),
                receiver -> desk.each(filter, bounds, receiver));
    }

    /** What the form has to know. */
    @GetMapping("/settings")
    Offered settings() {
        return new Offered(settings.approvalAbove(), texts.bringNotifications(), Notification.LONGEST_TEXT_TITLE);
    }

    /** Enterprises to choose from. */
    @GetMapping("/enterprises")
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    List<Circles.Named> enterprises(
            @RequestParam(name = "q", required = false) @Nullable @Size(max = 50, message = "关键词不超过 50 字") String q,
            CurrentUser user) {
        return circles.enterprises(q, Bounds.of(user).towns());
    }

    @PostMapping("/count")
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    Reached count(@Valid @RequestBody Conditions audience, CurrentUser user) {
        return reach.of(Bounds.of(user).within(audience));
    }

    @PostMapping("/preview")
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    Preview preview(@Valid @RequestBody Words words) {
        return new Preview(
                words.channels().contains(PushChannel.IN_SITE)
                        ? new Preview.InSite(words.title(), words.body(), words.link())
                        : null,
                words.channels().contains(PushChannel.WECHAT) ? new Preview.WeChat(words.title(), words.link()) : null,
                words.channels().contains(PushChannel.SMS)
                        ? Preview.Sms.of(texts.notificationText(words.title()))
                        : null);
    }

    @GetMapping("/{id}")
    NotificationDetail detail(@PathVariable UUID id, CurrentUser user) {
        return desk.detail(id, Bounds.of(user), person(user));
    }

    @PostMapping
    @Idempotent(asksFirst = true)
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    @ResponseStatus(HttpStatus.CREATED)
    NotificationDetail draft(@Valid @RequestBody NotificationContent content, CurrentUser user) {
        Bounds bounds = Bounds.of(user);
        NotificationContent within = bounds.within(content);
        ChosenTags tags = chosen(within.audience());
        return once.of(() -> desk.draft(within, tags, bounds, person(user)));
    }

    @PutMapping("/{id}")
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    NotificationDetail change(@PathVariable UUID id, @Valid @RequestBody Change request, CurrentUser user) {
        Bounds bounds = Bounds.of(user);
        NotificationContent within = bounds.within(request.content());
        return desk.change(id, request.version(), within, chosen(within.audience()), bounds, person(user));
    }

    @PostMapping("/{id}/submit")
    @Idempotent(asksFirst = true)
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    NotificationDetail submit(@PathVariable UUID id, @Valid @RequestBody SeenNotification seen, CurrentUser user) {
        Bounds bounds = Bounds.of(user);
        Meant meant = holders.meant(desk.audience(id, bounds));
        return once.of(() -> desk.submit(id, seen.version(), meant, bounds, person(user)));
    }

    @PostMapping("/{id}/approve")
    @Idempotent
    @Permission(MessagePermissions.APPROVE_NOTIFICATIONS)
    NotificationDetail approve(@PathVariable UUID id, @Valid @RequestBody SeenNotification seen, CurrentUser user) {
        return desk.approve(id, seen.version(), Bounds.of(user), person(user));
    }

    @PostMapping("/{id}/reject")
    @Idempotent
    @Permission(MessagePermissions.APPROVE_NOTIFICATIONS)
    NotificationDetail reject(@PathVariable UUID id, @Valid @RequestBody Rejection request, CurrentUser user) {
        return desk.reject(id, request.version(), request.reason(), Bounds.of(user), person(user));
    }

    @PostMapping("/{id}/cancel")
    @Idempotent
    @Permission(MessagePermissions.MANAGE_NOTIFICATIONS)
    NotificationDetail cancel(@PathVariable UUID id, @Valid @RequestBody SeenNotification seen, CurrentUser user) {
        return desk.cancel(id, seen.version(), Bounds.of(user), person(user));
    }

    @GetMapping("/{id}/receivers")
    Page<Receiver> receivers(@PathVariable UUID id, @Valid ReceiverFilter filter, CurrentUser user, PageRequest page) {
        desk.requireThere(id, Bounds.of(user));
        return receivers.list(id, filter, page);
    }

    @GetMapping("/{id}/receivers/export")
    ResponseEntity<StreamingResponseBody> exportReceivers(
            @PathVariable UUID id, @Valid ReceiverFilter filter, CurrentUser user) {
        desk.requireThere(id, Bounds.of(user));
        return exports.file(
                NotificationAction.NOTIFICATION_RECEIVERS_EXPORTED,
                Receiver.SHEET,
                filter,
                user,
                receivers.count(id, filter),
                taker -> receivers.each(id, filter, taker));
    }

    private ChosenTags chosen(Conditions audience) {
        return audience.asksForHolders()
                ? ChosenTags.of(audience.tags(), holders.named(audience.tags()))
                : ChosenTags.NONE;
    }

    private static Person person(CurrentUser user) {
        return new Person(user.accountId(), user.name());
    }

    /**
     * @param approvalAbove for more people than this a second person approves
     * @param sms whether there is anybody who brings text messages
     * @param longestSmsTitle how long a title may be that goes out by text message
     */
    record Offered(long approvalAbove, boolean sms, int longestSmsTitle) {}

    /** What is to be seen before it is sent; it may lack anything still. */
    record Words(
            @NotNull(message = "缺少标题") @Size(max = 100, message = "标题不超过 100 字")
            String title,

            @NotNull(message = "缺少正文") @Size(max = 2000, message = "正文不超过 2000 字")
            String body,

            @Nullable @Size(max = 200, message = "链接不超过 200 字")
            String link,

            @NotNull(message = "缺少通知方式") List<@NotNull(message = "通知方式不能为空") PushChannel> channels) {}

    record Change(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少通知内容") @Valid NotificationContent content) {}

    /** @param version of the notification that the decision was made by */
    record SeenNotification(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason what its author has to mend */
    record Rejection(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写驳回原因") @Explanation(of = "驳回原因")
            String reason) {}
}
