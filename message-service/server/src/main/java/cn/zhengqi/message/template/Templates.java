package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.template.TemplateStore.Changed;
import cn.zhengqi.message.template.TemplateText.Malformed;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        public Notice about(F fact) {
            Map<String, String> values = kind.values(fact);
            samples.keep(kind, values);
            return notice(kind, content, values);
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
        boolean toWeChat = !kind.isInSiteAlone() && weChat.takes(kind.messageKind());
        return new TemplateContent(
                words.title(),
                words.body(),
                words.link(),
                toWeChat ? List.of(PushChannel.IN_SITE, PushChannel.WECHAT) : List.of(PushChannel.IN_SITE),
                null,
                null);
    }

    /** @param values of all variables that are not optional */
    Notice notice(NoticeKind<?> kind, TemplateContent content, Map<String, String> values) {
        String title = Limits.cut(filled(content.title(), values), Limits.TITLE);
        return new Notice(
                kind.messageKind(),
                title,
                Limits.cut(filled(content.body(), values), Limits.BODY),
                content.link() == null ? null : Limits.linkOrNone(filled(content.link(), values)),
                content.ways().contains(PushChannel.WECHAT)
                        ? content.weChat() == null ? title : Limits.cut(filled(content.weChat(), values), Limits.WECHAT)
                        : null,
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
