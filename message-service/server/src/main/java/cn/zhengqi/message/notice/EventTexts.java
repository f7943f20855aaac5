package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.CredentialTakenAway.Credential;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.sms.TextNotices;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What goes to a phone besides the inbox: the result of an admission, since who waits for it may not look there, and that an account has another phone, to the one that it had, since whoever took the account reads
 * its inbox now.
 */
@Configuration(proxyBeanMethods = false)
class EventTexts {

    /** As long as the variable of a template may be. */
    private static final int LONGEST = 35;

    @Bean
    EventHandler<InstitutionApplicationDecided> institutionApplicationDecidedText(
            Noticeboard board, TextNotices texts) {
        return on(InstitutionApplicationDecided.class, "texts", (application, meta) -> {
            if (board.isNews(meta)) {
                String name = application.name();
                texts.addOfEvent(
                        meta.id(),
                        application.applicantId(),
                        application.approved() ? Purpose.ADMISSION_APPROVED : Purpose.ADMISSION_REJECTED,
                        name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
            }
        });
    }

    @Bean
    EventHandler<CredentialTakenAway> phoneReplacedText(Noticeboard board, TextNotices texts) {
        return on(CredentialTakenAway.class, "texts", (taken, meta) -> {
            if (taken.credential() == Credential.PHONE && board.isNews(meta)) {
                texts.addToFormerPhone(meta.id(), taken.accountId(), meta.version());
            }
        });
    }

    @Bean
    EventHandler<PhoneChanged> phoneChangedText(Noticeboard board, TextNotices texts) {
        return on(PhoneChanged.class, "texts", (change, meta) -> {
            if (board.isNews(meta)) {
                texts.addToFormerPhone(meta.id(), change.accountId(), meta.version());
            }
        });
    }
}
