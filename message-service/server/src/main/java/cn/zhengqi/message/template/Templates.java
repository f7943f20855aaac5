package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.template.FurtherReceivers.Place;
import cn.zhengqi.message.template.TemplateStore.Changed;
import cn.zhengqi.message.template.TemplateText.Malformed;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What is told about a fact: in the words of operators where there are any, else in those that the platform ships. */
@Service
public class Templates {

    private static final Logger log = LoggerFactory.getLogger(Templates.class);

    private final TemplateStore store;
    private final Samples samples;
    private final WeChatNotices weChat;

    Templates(TemplateStore store, Samples samples, WeChatNotices weChat) {
        this.store = store;
        this.samples = samples;
        this.weChat = weChat;
    }

    /** The words of one kind, as they are now. */
    public final class InForce<F> {

        private final NoticeKind<F> kind;
        private final TemplateContent content;

        private InForce(NoticeKind<F> kind, TemplateContent content) {
            this.kind = kind;
            this.content = content;
        }

        /** To whom it is told by the rules, and in which words. */
        public Telling about(F fact) {
            Map<String, String> values = kept(fact);
            UUID institution = kind.institution(fact);
            return new Telling(
                    content.isTold(kind, values) ? notice(kind, content, values) : null,
                    content.othersTold(kind, values).stream()
                            .filter(it -> it.place() == Place.OPERATOR || institution != null)
                            .map(it -> new Telling.Other(
                                    it.place() == Place.OPERATOR ? null : institution,
                                    it.role(),
                                    notice(kind, content, it, values)))
                            .toList());
        }

        /** Of what is told in one message a day, which has no rules. */
        public Notice often(F fact) {
            return notice(kind, content, kept(fact));
        }

        private Map<String, String> kept(F fact) {
            Map<String, String> values = kind.values(fact);
            samples.keep(kind, values, kind.institution(fact));
            return values;
        }
    }

    /** @return empty: nobody is told of this any more */
    public <F> Optional<InForce<F>> of(NoticeKind<F> kind) {
        Optional<Changed> changed = store.find(kind.code());
        return changed.map(Changed::enabled).orElse(true)
                ? Optional.of(new InForce<>(kind, inForce(kind, changed.orElse(null))))
                : Optional.empty();
    }

    /** What was written for an older release may name what is not known any more: then the shipped words are told, rather than half a sentence. */
    TemplateContent inForce(NoticeKind<?> kind, @Nullable Changed changed) {
        TemplateContent content = changed == null ? null : changed.content();
        if (content == null) {
            return shipped(kind);
        }
        List<FieldProblem> faults = TemplateCheck.of(kind, content);
        if (faults.isEmpty()) {
            return content;
        }
        log.warn("Words of {} do not fit this release, the shipped ones are told: {}", kind.code(), faults);
        return shipped(kind);
    }

    TemplateContent shipped(NoticeKind<?> kind) {
        NoticeKind.Words words = kind.shipped();
        boolean toWeChat = weChat.takes(kind.messageKind());
        return new TemplateContent(
                words.title(),
                words.body(),
                words.link(),
                toWeChat ? List.of(PushChannel.IN_SITE, PushChannel.WECHAT) : List.of(PushChannel.IN_SITE),
                null,
                null,
                List.of(),
                List.of());
    }

    /** In-site alone, with covered values. Words that are for those whom the event concerns lead to a page of theirs: others follow it only where it is of the staff. */
    Notice notice(NoticeKind<?> kind, TemplateContent content, FurtherReceivers other, Map<String, String> values) {
        String title = other.title();
        String body = other.body();
        TemplateContent words = title != null && body != null
                ? TemplateContent.inSite(title, body, other.link())
                : TemplateContent.inSite(content.title(), content.body(), kind.isToDesks() ? content.link() : null);
        return notice(kind, words, kind.covered(values));
    }

    /** @param values of all variables that are not optional */
    Notice notice(NoticeKind<?> kind, TemplateContent content, Map<String, String> values) {
        String title = Limits.cut(filled(content.title(), values), Limits.TITLE);
        String weChat = content.weChat() == null ? title : Limits.cut(filled(content.weChat(), values), Limits.WECHAT);
        return new Notice(
                kind.messageKind(),
                title,
                Limits.cut(filled(content.body(), values), Limits.BODY),
                content.link() == null ? null : Limits.linkOrNone(filled(content.link(), values)),
                content.ways().contains(PushChannel.WECHAT) ? weChat : null,
                content.ways().contains(PushChannel.SUBSCRIPTION) ? weChat : null,
                content.ways().contains(PushChannel.SMS)
                        ? Limits.cut(content.sms() == null ? title : filled(content.sms(), values), Limits.SMS)
                        : null,
                kind.terms());
    }

    private static String filled(String template, Map<String, String> values) {
        try {
            return TemplateText.parse(template).with(values);
        } catch (Malformed malformed) {
            throw new IllegalStateException("Kept without a check: " + template, malformed);
        }
    }
}
