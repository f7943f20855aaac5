package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionApplied;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of chambers and providers that ask to be let in. */
@Configuration(proxyBeanMethods = false)
class AdmissionNotices {

    private static final String NAME = "notices";

    /** Of user-service. */
    private static final Desk REVIEWERS = Desk.anywhere("user.admission.review");

    private static final NoticeKind<InstitutionApplied> APPLIED = NoticeKind.<InstitutionApplied>of(
                    NoticeGroup.ADMISSION, "admission.applied", "机构提交入驻申请", "入驻审核人员")
            .toDesks()
            .mandatory(Because.WORK)
            .knows(Variable.text("机构类型", "申请入驻的机构的类型", "商会", it -> it.type().label()))
            .knows(Variable.<InstitutionApplied>text("机构名称", "申请入驻的机构", "示例商会", InstitutionApplied::name)
                    .required())
            .knows(Variable.id("申请标识", "入驻申请", InstitutionApplied::applicationId))
            .says("新的入驻申请待审核", "${机构类型} ${机构名称} 提交了入驻申请，请及时审核。", "/admissions?id=${申请标识}");

    private static final NoticeKind<InstitutionApplicationDecided> APPROVED =
            decided("admission.approved", "入驻申请通过").says("入驻申请已通过", "${机构名称} 的入驻申请已通过，您已成为该机构的管理员。", "/my/admission");

    private static final NoticeKind<InstitutionApplicationDecided> REJECTED = decided("admission.rejected", "入驻申请未通过")
            .knows(Variable.<InstitutionApplicationDecided>text(
                            "原因", "未通过的原因", "材料不全", InstitutionApplicationDecided::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("入驻申请未通过", "${机构名称} 的入驻申请未通过。原因：${原因}。可修改后重新提交。", "/my/admission");

    static final List<NoticeKind<?>> KINDS = List.of(APPLIED, APPROVED, REJECTED);

    @Bean
    EventHandler<InstitutionApplied> institutionAppliedNotice(Noticeboard board) {
        return on(
                InstitutionApplied.class,
                NAME,
                (application, meta) -> board.ask(REVIEWERS, meta, APPLIED, application));
    }

    @Bean
    EventHandler<InstitutionApplicationDecided> institutionApplicationDecidedNotice(Noticeboard board) {
        return on(InstitutionApplicationDecided.class, NAME, (application, meta) -> {
            board.done(meta);
            board.tell(
                    Set.of(application.applicantId()), meta, application.approved() ? APPROVED : REJECTED, application);
        });
    }

    private static NoticeKind.Draft<InstitutionApplicationDecided> decided(String code, String name) {
        return NoticeKind.<InstitutionApplicationDecided>of(NoticeGroup.ADMISSION, code, name, "申请人")
                .mandatory(Because.RESULT)
                .knows(Variable.<InstitutionApplicationDecided>text(
                                "机构名称", "申请入驻的机构", "示例商会", InstitutionApplicationDecided::name)
                        .required());
    }
}
