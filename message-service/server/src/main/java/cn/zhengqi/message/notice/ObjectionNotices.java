package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.policy.api.ObjectionAnswered;
import cn.zhengqi.policy.api.ObjectionMade;
import cn.zhengqi.policy.api.ObjectionParties;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of objections to public notices: to the department that one waits for its answer, to whoever made it what the answer is. */
@Configuration(proxyBeanMethods = false)
class ObjectionNotices {

    private static final String NAME = "notices";

    /** Of policy-service. */
    private static final String HANDLE_REDEMPTION = "policy.redemption.handle";

    private static final String HANDLE_DECLARATIONS = "policy.declaration.handle";

    private static final NoticeKind<ObjectionMade> TO_ANSWER = NoticeKind.<ObjectionMade>of(
                    NoticeGroup.REDEMPTION, "objection.to-answer", "收到公示异议", "公示部门经办人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties(ObjectionMade::parties))
            .says("公示异议待答复", "有人对“${项目名称}”（${企业名称}）的公示提出异议，请及时核实并答复；答复前不能通过。", "/objections?state=OPEN");

    private static final NoticeKind<ObjectionAnswered> ANSWERED = NoticeKind.<ObjectionAnswered>of(
                    NoticeGroup.REDEMPTION, "objection.answered", "公示异议已答复", "提出异议的人")
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties(ObjectionAnswered::parties))
            .knows(Variable.<ObjectionAnswered>text("处理结果", "采纳或不予采纳", "已采纳", it -> it.upheld() ? "已采纳" : "不予采纳")
                    .required())
            .knows(Variable.<ObjectionAnswered>text("答复", "公示部门的处理理由", "经核查，申报条件属实", ObjectionAnswered::answer)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("您的公示异议已答复", "您对“${项目名称}”（${企业名称}）公示的异议${处理结果}。${主管部门}答复：${答复}", "/notices/${公示标识}");

    static final List<NoticeKind<?>> KINDS = List.of(TO_ANSWER, ANSWERED);

    private final Noticeboard board;

    ObjectionNotices(Noticeboard board) {
        this.board = board;
    }

    /** Each of a department that may answer it, until one has. */
    @Bean
    EventHandler<ObjectionMade> objectionMadeNotice() {
        return on(ObjectionMade.class, NAME, (fact, meta) -> {
            ObjectionParties it = fact.parties();
            board.ask(
                    Desk.of(it.institutionId(), it.declaration() ? HANDLE_DECLARATIONS : HANDLE_REDEMPTION),
                    meta,
                    TO_ANSWER,
                    fact);
        });
    }

    @Bean
    EventHandler<ObjectionAnswered> objectionAnsweredNotice() {
        return on(ObjectionAnswered.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(Set.of(fact.parties().accountId()), meta, ANSWERED, fact);
        });
    }

    private static <E> List<Variable<E>> parties(Function<E, ObjectionParties> of) {
        return List.of(
                Variable.<E>text("项目名称", "公示的项目", "技术改造补助", it -> of.apply(it).projectTitle())
                        .required(),
                Variable.<E>text(
                                "企业名称",
                                "公示的企业",
                                "示例精密机械有限公司",
                                it -> of.apply(it).enterpriseName())
                        .covered(Mask.ENTERPRISE_NAME),
                Variable.<E>text(
                        "主管部门", "公示并答复的部门", "区经济信息委", it -> of.apply(it).institutionName()),
                Variable.<E>id("公示标识", "公示", it -> of.apply(it).noticeId()));
    }
}
