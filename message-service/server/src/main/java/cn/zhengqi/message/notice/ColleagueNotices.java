package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.user.api.ColleagueInvited;
import cn.zhengqi.user.api.ColleagueStandingChanged;
import cn.zhengqi.user.api.EnterpriseHandedOver;
import cn.zhengqi.user.api.InvitationAccepted;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told to somebody whom an administrator of an enterprise asked in, gave or took a role, handed the enterprise or took out of it; and to who handed it over, and
 * who asked somebody in that has come.
 */
@Configuration(proxyBeanMethods = false)
class ColleagueNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    /** Also of who is in no enterprise any more: there are the invitations of others. */
    private static final String PAGE = "/my/members";

    private static final NoticeKind<ColleagueStandingChanged> MADE_ADMIN = told("colleague.made-admin", "成员成为企业管理员")
            .says("您已成为企业管理员", "${操作人} 于 ${时间} 将您设为 ${企业名称} 的企业管理员。您可以邀请和移出成员、调整成员角色。", PAGE);

    private static final NoticeKind<ColleagueStandingChanged> MADE_MEMBER = told("colleague.made-member", "企业管理员改为普通成员")
            .says("您不再是企业管理员", "${操作人} 于 ${时间} 将您改为 ${企业名称} 的企业成员。您仍可代表企业办理业务，不能再管理成员。", PAGE);

    private static final NoticeKind<ColleagueStandingChanged> HANDED_OVER = told("colleague.handed-over", "企业管理员移交给成员")
            .says("企业管理员已移交给您", "${操作人} 于 ${时间} 将 ${企业名称} 的企业管理员移交给您。您可以邀请和移出成员、调整成员角色；移交人已改为企业成员。", PAGE);

    private static final NoticeKind<ColleagueStandingChanged> REMOVED = told("colleague.removed", "成员被移出企业")
            .says("您已被移出企业", "${操作人} 于 ${时间} 将您移出 ${企业名称}，您不能再代表该企业办理业务。如有疑问，请联系该企业的管理员。", PAGE);

    /** Nothing has changed for who is only invited, and the invitation stands in 成员管理: it may be switched off. */
    private static final NoticeKind<ColleagueInvited> INVITED = NoticeKind.<ColleagueInvited>of(
                    NoticeGroup.COLLEAGUE, "colleague.invited", "受邀加入企业", "受邀人")
            .knows(Variable.<ColleagueInvited>text("企业名称", "邀请加入的企业", "示例科技有限公司", ColleagueInvited::enterpriseName)
                    .required()
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(Variable.<ColleagueInvited>text("邀请人", "发出邀请的企业管理员", "王晓", ColleagueInvited::byName)
                    .covered(Mask.NAME))
            .knows(Variable.<ColleagueInvited>text(
                    "截止时间", "邀请有效的截止时间", "12月5日 14:30", invited -> TIME.format(BusinessTime.at(invited.until()))))
            .says("邀请您加入企业", "${邀请人} 邀请您加入 ${企业名称}，${截止时间} 前有效。请在“成员管理”中加入或谢绝；不认识的，可不理会。", PAGE);

    private static final NoticeKind<InvitationAccepted> JOINED = NoticeKind.<InvitationAccepted>of(
                    NoticeGroup.COLLEAGUE, "colleague.joined", "受邀成员已加入", "邀请人")
            .knows(Variable.<InvitationAccepted>text("企业名称", "成员加入的企业", "示例科技有限公司", InvitationAccepted::enterpriseName)
                    .required()
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(Variable.<InvitationAccepted>text("成员", "加入的成员", "李晴", InvitationAccepted::displayName)
                    .covered(Mask.NAME))
            .knows(Variable.text("角色", "加入时的角色", "企业成员", InvitationAccepted::roleName))
            .knows(Variable.text("时间", "加入的时间", "11月28日 14:30", it -> TIME.format(BusinessTime.at(it.at()))))
            .says("您邀请的成员已加入", "${成员} 于 ${时间} 接受您的邀请，加入 ${企业名称}，角色为${角色}。", PAGE);

    private static final NoticeKind<EnterpriseHandedOver> HANDED_ON = NoticeKind.<EnterpriseHandedOver>of(
                    NoticeGroup.COLLEAGUE, "colleague.handed-on", "企业管理员已移交他人", "移交人")
            .mandatory(Because.RIGHTS)
            .knows(Variable.<EnterpriseHandedOver>text(
                            "企业名称", "成员所在的企业", "示例科技有限公司", EnterpriseHandedOver::enterpriseName)
                    .required()
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(Variable.<EnterpriseHandedOver>text("接手人", "新的企业管理员", "李晴", EnterpriseHandedOver::toName)
                    .covered(Mask.NAME))
            .knows(Variable.text("时间", "发生的时间", "11月28日 14:30", it -> TIME.format(BusinessTime.at(it.at()))))
            .says("您已移交企业管理员", "您于 ${时间} 将 ${企业名称} 的企业管理员移交给 ${接手人}，您已改为企业成员。如非本人操作，请立即修改密码，并联系 ${接手人}。", PAGE);

    static final List<NoticeKind<?>> KINDS =
            List.of(INVITED, JOINED, MADE_ADMIN, MADE_MEMBER, HANDED_OVER, HANDED_ON, REMOVED);

    @Bean
    EventHandler<ColleagueStandingChanged> colleagueNotice(Noticeboard board) {
        return on(
                ColleagueStandingChanged.class,
                "notices",
                (change, meta) -> board.tell(
                        change.enterpriseId(),
                        Set.of(change.accountId()),
                        meta,
                        switch (change.change()) {
                            case MADE_ADMIN -> MADE_ADMIN;
                            case MADE_MEMBER -> MADE_MEMBER;
                            case HANDED_OVER -> HANDED_OVER;
                            case REMOVED -> REMOVED;
                        },
                        change));
    }

    @Bean
    EventHandler<ColleagueInvited> invitationNotice(Noticeboard board) {
        return on(
                ColleagueInvited.class,
                "notices",
                (invited, meta) -> board.tell(Set.of(invited.accountId()), meta, INVITED, invited));
    }

    @Bean
    EventHandler<InvitationAccepted> invitationAcceptedNotice(Noticeboard board) {
        return on(
                InvitationAccepted.class,
                "notices",
                (joined, meta) ->
                        board.tell(joined.enterpriseId(), Set.of(joined.invitedById()), meta, JOINED, joined));
    }

    @Bean
    EventHandler<EnterpriseHandedOver> enterpriseHandedOverNotice(Noticeboard board) {
        return on(
                EnterpriseHandedOver.class,
                "notices",
                (over, meta) -> board.tell(over.enterpriseId(), Set.of(over.accountId()), meta, HANDED_ON, over));
    }

    private static NoticeKind.Draft<ColleagueStandingChanged> told(String code, String name) {
        return NoticeKind.<ColleagueStandingChanged>of(NoticeGroup.COLLEAGUE, code, name, "本人")
                .mandatory(Because.RIGHTS)
                .knows(Variable.<ColleagueStandingChanged>text(
                                "企业名称", "成员所在的企业", "示例科技有限公司", ColleagueStandingChanged::enterpriseName)
                        .required()
                        .covered(Mask.ENTERPRISE_NAME))
                .knows(Variable.<ColleagueStandingChanged>text(
                                "操作人", "作出变更的企业管理员", "王晓", ColleagueStandingChanged::byName)
                        .covered(Mask.NAME))
                .knows(Variable.<ColleagueStandingChanged>text(
                        "时间", "发生的时间", "11月28日 14:30", change -> TIME.format(BusinessTime.at(change.at()))));
    }
}
