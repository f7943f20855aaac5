package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.ActivitySignUpAffected;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of 金融活动 to an enterprise that signed up: that it moved up, that it is soon, that it is elsewhere, that it does not take place. */
@Configuration(proxyBeanMethods = false)
class ActivityNotices {

    private static final String PAGE = "/finance/activities/${活动标识}";
    private static final String SIGNED_UP = "报名的企业";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private static final NoticeKind<ActivitySignUpAffected> MOVED_UP = kind("activity.moved-up", "候补转为报名成功")
            .mandatory(Because.RESULT)
            .knows(Variable.<ActivitySignUpAffected>text("人数", "报名的人数", "2 人", it -> it.people() + " 人"))
            .says(
                    "候补成功，已为您报名",
                    "“${活动名称}”有了空余名额，贵企业的候补（${人数}）已转为报名成功。时间：${开始时间}，地点：${地点}。${参加方式}；不能参加的，请及时取消报名。",
                    PAGE);

    private static final NoticeKind<ActivitySignUpAffected> DUE =
            kind("activity.due", "活动即将开始").says("报名的活动即将开始", "贵企业报名的“${活动名称}”将于 ${开始时间} 开始，地点：${地点}。${参加方式}。", PAGE);

    private static final NoticeKind<ActivitySignUpAffected> REARRANGED = kind("activity.rearranged", "活动时间或地点变更")
            .mandatory(Because.RESULT)
            .says("活动时间或地点有变更", "贵企业报名的“${活动名称}”有变更，现为：${开始时间}，地点：${地点}。不能参加的，请取消报名。", PAGE);

    private static final NoticeKind<ActivitySignUpAffected> CANCELLED = kind("activity.cancelled", "活动取消")
            .mandatory(Because.RESULT)
            .knows(Variable.<ActivitySignUpAffected>text("原因", "主办方填写的原因", "场地检修", ActivitySignUpAffected::reason)
                    .optional())
            .says("活动已取消", "贵企业报名的“${活动名称}”（原定 ${开始时间}）已取消[[，原因：${原因}]]。", PAGE);

    static final List<NoticeKind<?>> KINDS = List.of(MOVED_UP, DUE, REARRANGED, CANCELLED);

    private final Noticeboard board;
    private final Audience audience;

    ActivityNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<ActivitySignUpAffected> activitySignUpNotice() {
        return on(
                ActivitySignUpAffected.class,
                "notices",
                (affected, meta) -> board.tell(
                        affected.enterpriseId(),
                        audience.enterprise(affected.enterpriseId(), affected.personId()),
                        meta,
                        switch (affected.by()) {
                            case MOVED_UP -> MOVED_UP;
                            case DUE -> DUE;
                            case REARRANGED -> REARRANGED;
                            case CANCELLED -> CANCELLED;
                        },
                        affected));
    }

    private static NoticeKind.Draft<ActivitySignUpAffected> kind(String code, String name) {
        return NoticeKind.<ActivitySignUpAffected>of(NoticeGroup.ACTIVITY, code, name, SIGNED_UP)
                .knows(Variable.<ActivitySignUpAffected>text(
                                "活动名称", "活动的名称", "银企对接会", ActivitySignUpAffected::activityTitle)
                        .required())
                .knows(Variable.<ActivitySignUpAffected>text(
                                "开始时间",
                                "活动开始的时间",
                                "2026年12月10日 14:00",
                                it -> BusinessTime.at(it.startsAt()).format(MOMENT))
                        .required())
                .knows(Variable.text("地点", "活动的地点", "政务服务中心一楼", it -> it.place() == null ? "线上" : it.place()))
                // Nobody signs in where there is nowhere to go.
                .knows(Variable.<ActivitySignUpAffected>text(
                        "参加方式", "到场签到或线上参加", "请凭签到码到场签到", it -> it.place() == null ? "请届时从活动页面线上参加" : "请凭签到码到场签到"))
                .knows(Variable.id("活动标识", "金融活动", ActivitySignUpAffected::activityId));
    }
}
