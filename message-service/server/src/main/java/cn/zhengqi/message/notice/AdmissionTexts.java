package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.onReachingOutside;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The result of an admission goes to the applicant's phone as well: who waits for it may not look into the inbox. A handler of its own, so that a phone that
 * cannot be asked for keeps nobody from the message.
 */
@Configuration(proxyBeanMethods = false)
class AdmissionTexts {

    /** As long as the variable of a template may be. */
    private static final int LONGEST = 35;

    @Bean
    EventHandler<InstitutionApplicationDecided> institutionApplicationDecidedText(
            Noticeboard board, TextMessages texts, InternalAccounts accounts) {
        return onReachingOutside(InstitutionApplicationDecided.class, "texts", (application, meta) -> {
            if (!texts.available() || !board.isNews(meta)) {
                return;
            }
            AccountRecord applicant = accounts.account(application.applicantId());
            if (!applicant.enabled() || !applicant.phoneProved()) {
                return;
            }
            String name = application.name();
            texts.sendOrRecord(new CodeMessage(
                    applicant.id(),
                    applicant.phone(),
                    application.approved() ? Purpose.ADMISSION_APPROVED : Purpose.ADMISSION_REJECTED,
                    name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…"));
        });
    }
}
