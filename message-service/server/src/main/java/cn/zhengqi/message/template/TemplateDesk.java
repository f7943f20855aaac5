package cn.zhengqi.message.template;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.notification.Preview;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.template.FurtherReceivers.Place;
import cn.zhengqi.message.template.Samples.Sample;
import cn.zhengqi.message.template.TemplateStore.Changed;
import cn.zhengqi.message.ways.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where operators change what is told. Every action names the version that its decider saw. From the primary, because people look right after they changed something. */
@Service
@Transactional
class TemplateDesk {

    private static final String TEST = "【测试】";
    private static final String TEST_OF_OTHERS = "【测试·另行通知】";

    private final NoticeCatalogue catalogue;
    private final TemplateStore store;
    private final Templates templates;
    private final Samples samples;
    private final Messages messages;
    private final TextMessages texts;
    private final ReceiverRoles roles;
    private final AuditTrail audit;
    private final Clock clock;

    TemplateDesk(
            NoticeCatalogue catalogue,
            TemplateStore store,
            Templates templates,
            Samples samples,
            Messages messages,
            TextMessages texts,
            ReceiverRoles roles,
            AuditTrail audit,
            Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.templates = templates;
        this.samples = samples;
        this.messages = messages;
        this.texts = texts;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who acts. */
    record Person(UUID account, String name) {}

    /** As on record: what of a kind can be changed. */
    private record Settled(
            boolean enabled,
            String title,
            String body,
            @Nullable String link,
            List<PushChannel> ways,
            @Nullable String weChat,
            @Nullable String sms,
            List<String> conditions,
            List<String> others) {}

    Page<TemplateView> list(TemplateFilter filter, PageRequest page) {
        List<TemplateView> found = found(filter);
        return Page.of(found.stream().skip(page.offset()).limit(page.size()).toList(), found.size(), page);
    }

    List<TemplateView> found(TemplateFilter filter) {
        Map<String, Changed> changed = store.all();
        Stream<TemplateView> all = catalogue.all().stream().map(kind -> {
            Changed its = changed.get(kind.code());
            return TemplateView.of(kind, templates.inForce(kind, its), its);
        });
        return filter.of(all).toList();
    }

    /** @throws ProblemException NOT_FOUND */
    TemplateDetail detail(String code) {
        NoticeKind<?> kind = catalogue.kind(code);
        Changed changed = store.find(code).orElse(null);
        TemplateContent content = templates.inForce(kind, changed);
        return new TemplateDetail(
                TemplateView.of(kind, content, changed),
                content,
                templates.shipped(kind),
                texts.bringNotifications(),
                kind.mandatory() == null && !kind.isOften(),
                kind.allowsOthers(),
                kind.hasInstitution(),
                kind.variables().stream()
                        .<TemplateDetail.Known>map(TemplateDetail.Known::of)
                        .toList(),
                store.versions(code),
                samples.of(kind).map(Sample::at).orElse(null));
    }

    /** @throws ProblemException NOT_FOUND, VALIDATION_FAILED, VERSION_CONFLICT, SMS_NOT_CONFIGURED */
    TemplateDetail change(String code, int version, TemplateContent asked, Person author) {
        NoticeKind<?> kind = catalogue.kind(code);
        TemplateContent content = checked(kind, asked);
        write(TemplateAction.NOTICE_TEMPLATE_CHANGED, kind, version, content, null, author);
        return detail(code);
    }

    /**
     * The words of an older version become a new one; those that the platform ships are in force again as they are, and change with the platform.
     *
     * @param number 0: those that the platform ships
     */
    TemplateDetail restore(String code, int version, int number, Person author) {
        NoticeKind<?> kind = catalogue.kind(code);
        if (number == 0) {
            Settled before = settled(kind);
            store.set(code, version, isEnabled(code), 0, author.name(), now());
            recorded(TemplateAction.NOTICE_TEMPLATE_RESTORED, kind, before);
            return detail(code);
        }
        TemplateContent content = store.version(code, number).orElseThrow(() -> ProblemException.notFound("没有这个版本"));
        write(TemplateAction.NOTICE_TEMPLATE_RESTORED, kind, version, checked(kind, content), number, author);
        return detail(code);
    }

    /** @throws ProblemException NOTICE_MANDATORY */
    TemplateDetail enable(String code, int version, boolean enabled, Person person) {
        NoticeKind<?> kind = catalogue.kind(code);
        if (!enabled && kind.mandatory() != null) {
            throw new ProblemException(MessageProblem.NOTICE_MANDATORY, "此类消息不能停用。" + kind.mandatory());
        }
        Settled before = settled(kind);
        int number = store.find(code).map(Changed::number).orElse(0);
        store.set(code, version, enabled, number, person.name(), now());
        recorded(
                enabled ? TemplateAction.NOTICE_TEMPLATE_ENABLED : TemplateAction.NOTICE_TEMPLATE_DISABLED,
                kind,
                before);
        return detail(code);
    }

    /**
     * Outside of a transaction: user-service is asked who has which role.
     *
     * @throws ProblemException NOT_FOUND where none was told yet
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    TemplatePreview preview(String code, TemplateContent asked, boolean recent) {
        NoticeKind<?> kind = catalogue.kind(code);
        TemplateContent content = checked(kind, asked);
        Sample sample = sample(kind, recent);
        Notice notice = templates.notice(kind, content, sample.values());
        return new TemplatePreview(
                new Preview.InSite(notice.title(), notice.body(), notice.link()),
                inWeChat(notice),
                notice.sms() == null ? null : Preview.Sms.of(texts.notificationText(notice.sms())),
                content.isTold(kind, sample.values()),
                others(kind, content, sample, recent));
    }

    /** Template and subscription messages show the same. */
    private static Preview.@Nullable WeChat inWeChat(Notice notice) {
        String words = notice.weChat() == null ? notice.subscription() : notice.weChat();
        return words == null ? null : new Preview.WeChat(words, notice.link());
    }

    private List<TemplatePreview.Other> others(
            NoticeKind<?> kind, TemplateContent content, Sample sample, boolean recent) {
        if (content.others().isEmpty()) {
            return List.of();
        }
        Map<String, String> names = roles.names();
        List<FurtherReceivers> told = content.othersTold(kind, sample.values());
        return content.others().stream()
                .map(it -> {
                    Notice notice = templates.notice(kind, content, it, sample.values());
                    boolean known = recent && (it.place() == Place.OPERATOR || sample.institution() != null);
                    return new TemplatePreview.Other(
                            it.place(),
                            it.role(),
                            names.get(it.role()),
                            told.contains(it),
                            known
                                    ? roles.people(
                                            it.place() == Place.OPERATOR ? null : sample.institution(), it.role())
                                    : null,
                            new Preview.InSite(notice.title(), notice.body(), notice.link()));
                })
                .toList();
    }

    /** To who asks for it alone; its link would lead to a case that there is not. */
    void test(String code, TemplateContent asked, boolean recent, Person reader) {
        NoticeKind<?> kind = catalogue.kind(code);
        TemplateContent content = checked(kind, asked);
        Sample sample = sample(kind, recent);
        test(templates.notice(kind, content, sample.values()), asked.link(), TEST, reader);
        content.others().stream()
                .filter(FurtherReceivers::hasOwnWords)
                .forEach(it ->
                        test(templates.notice(kind, content, it, sample.values()), it.link(), TEST_OF_OTHERS, reader));
    }

    private void test(Notice notice, @Nullable String link, String mark, Person reader) {
        messages.tell(
                Set.of(reader.account()),
                Ids.next(),
                new Notice(
                        notice.kind(),
                        Limits.cut(mark + notice.title(), Limits.TITLE),
                        notice.body(),
                        link != null && link.contains("${") ? null : notice.link(),
                        notice.weChat() == null ? null : Limits.cut(mark + notice.weChat(), Limits.TITLE),
                        notice.subscription() == null ? null : Limits.cut(mark + notice.subscription(), Limits.TITLE),
                        notice.sms() == null ? null : Limits.cut(mark + notice.sms(), Limits.SMS),
                        Terms.AT_ONCE),
                now());
    }

    private Sample sample(NoticeKind<?> kind, boolean recent) {
        return recent
                ? samples.of(kind).orElseThrow(() -> ProblemException.notFound("还没有发生过这种事件，请用示例预览"))
                : new Sample(kind.examples(), null, BusinessTime.at(now()));
    }

    private TemplateContent checked(NoticeKind<?> kind, TemplateContent asked) {
        TemplateContent content = asked.tidy();
        List<FieldProblem> faults = TemplateCheck.of(kind, content);
        if (!faults.isEmpty()) {
            throw ProblemException.validation(faults);
        }
        if (content.ways().contains(PushChannel.SMS) && !texts.bringNotifications()) {
            throw new ProblemException(MessageProblem.SMS_NOT_CONFIGURED, "短信通知尚未配置，请取消选择短信");
        }
        return content;
    }

    private void write(
            TemplateAction action,
            NoticeKind<?> kind,
            int version,
            TemplateContent content,
            @Nullable Integer restoredFrom,
            Person author) {
        String code = kind.code();
        Settled before = settled(kind);
        int number = store.nextNumber(code);
        Instant now = now();
        store.set(code, version, isEnabled(code), number, author.name(), now);
        store.add(code, number, content, author.account(), author.name(), now, restoredFrom);
        recorded(action, kind, before);
    }

    private boolean isEnabled(String code) {
        return store.find(code).map(Changed::enabled).orElse(true);
    }

    private void recorded(TemplateAction action, NoticeKind<?> kind, Settled before) {
        audit.changed(action, kind.id(), kind.name() + "（" + kind.receivers() + "）", before, settled(kind));
    }

    private Settled settled(NoticeKind<?> kind) {
        Changed changed = store.find(kind.code()).orElse(null);
        TemplateContent it = templates.inForce(kind, changed);
        return new Settled(
                changed == null || changed.enabled(),
                it.title(),
                it.body(),
                it.link(),
                it.ways(),
                it.weChat(),
                it.sms(),
                it.conditions().stream().map(RuleCondition::inWords).toList(),
                it.others().stream().map(FurtherReceivers::inWords).toList());
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
