package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionApplied;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of chambers and providers that ask to be let in. */
@Configuration(proxyBeanMethods = false)
class AdmissionNotices {

    private static final String NAME = "notices";

    /** Of user-service. */
    private static final Desk REVIEWERS = Desk.anywhere("user.admission.review");

    @Bean
    EventHandler<InstitutionApplied> institutionAppliedNotice(Noticeboard board) {
        return on(
                InstitutionApplied.class,
                NAME,
                (application, meta) -> board.ask(
                        REVIEWERS,
                        meta,
                        notice(
                                "新的入驻申请待审核",
                                application.type().label() + " " + application.name() + " 提交了入驻申请，请及时审核。",
                                "/admissions?id=" + application.applicationId())));
    }

    @Bean
    EventHandler<InstitutionApplicationDecided> institutionApplicationDecidedNotice(Noticeboard board) {
        return on(InstitutionApplicationDecided.class, NAME, (application, meta) -> {
            board.done(meta);
            board.tell(
                    Set.of(application.applicantId()),
                    meta,
                    application.approved()
                            ? notice("入驻申请已通过", application.name() + " 的入驻申请已通过，您已成为该机构的管理员。", "/my/admission")
                            : notice(
                                    "入驻申请未通过",
                                    application.name() + " 的入驻申请未通过。原因：" + application.reason() + "。可修改后重新提交。",
                                    "/my/admission"));
        });
    }

    private static Notice notice(String title, String body, String link) {
        return new Notice(MessageKind.SYSTEM, title, body, link);
    }
}
