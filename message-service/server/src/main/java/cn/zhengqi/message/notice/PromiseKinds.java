package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseExtended;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told of the promised dates of one sort of case. */
record PromiseKinds(
        NoticeKind<Called> warned,
        NoticeKind<Called> broken,
        NoticeKind<Called> escalated,
        NoticeKind<Called> movedByCalendar,
        NoticeKind<Called> urged,
        NoticeKind<Called> extensionAsked,
        NoticeKind<Called> extensionApproved,
        NoticeKind<Called> extensionRefused) {

    private static final String NAMED = "“${事项}”（${编号}）";

    /** @param page id of what the link opens */
    record Called(PromiseCall call, UUID page) {}

    /**
     * @param code begins the codes of its kinds
     * @param what sort of case, such as 融资申请
     * @param answer what was promised, such as 答复
     * @param pages what stands before the id in a link
     */
    static PromiseKinds of(NoticeGroup group, String code, String what, String answer, String pages) {
        String promised = NAMED + "承诺 ${承诺工作日} 个工作日内" + answer + "[[，${到期日}到期]]";
        String link = pages + "${事项标识}";
        return new PromiseKinds(
                kind(group, code + ".promise-warned", what + "即将到期", "经办人员")
                        .says(what + "即将到期", promised + "，请抓紧办理。", link),
                kind(group, code + ".promise-broken", what + "超过承诺时限", "经办人员及其负责人")
                        .says(what + "已超过承诺时限", promised + "，尚未" + answer + "，请立即办理或督促办理。", link),
                kind(group, code + ".promise-escalated", what + "超期后仍未" + answer, "负责人及督办人员")
                        .knows(institution(answer))
                        .knows(howOften())
                        .says(
                                "[[第 ${第几次} 次督促：]]" + what + "超期仍未" + answer,
                                "[[${办理机构}：]]" + promised + "[[，到期已 ${超期天数} 个自然日]]，至今未" + answer
                                        + "，请立即办理或督促办理。[[这是第 ${第几次} 次督促。]]",
                                link),
                kind(group, code + ".promise-moved", what + "因工作日历调整未超过承诺时限", "被告知超期的人员")
                        .says(
                                what + "未超过承诺时限",
                                NAMED + "的承诺日期因工作日历调整[[改为 ${到期日}]]，没有超过承诺时限，此前的超期提醒不再有效，请按期" + answer + "。",
                                link),
                kind(group, code + ".promise-urged", what + "被催办", "经办人员")
                        .knows(Variable.<Called>text(
                                        "催办人",
                                        "由谁催办",
                                        "区金融办 王晓",
                                        it -> it.call().by())
                                .optional()
                                .covered(Mask.HIDDEN))
                        .says(what + "被催办", "[[${催办人} ]]催办" + promised + "，请尽快办理。", link),
                kind(group, code + ".promise-extension-asked", what + "申请延期" + answer, "负责人")
                        .knows(Variable.<Called>text(
                                        "申请人",
                                        "由谁申请延期",
                                        "示例银行 李敏",
                                        it -> it.call().by())
                                .optional()
                                .covered(Mask.HIDDEN))
                        .says(
                                what + "的延期待审批",
                                "[[${申请人} ]]为" + NAMED + "申请延期" + answer + "，承诺 ${承诺工作日} 个工作日内" + answer
                                        + "[[，${到期日}到期]]。请在时限看板审批。",
                                "/promises"),
                answered(group, code + ".promise-extension-approved", what + "的延期获批准")
                        .says(
                                what + "的延期已批准",
                                "[[${审批人} ]]批准了您为" + NAMED + "申请的延期（${申请天数} 个工作日），现承诺 ${承诺工作日} 个工作日内" + answer
                                        + "[[，${到期日}到期]]。[[意见：${意见}]]",
                                link),
                answered(group, code + ".promise-extension-refused", what + "的延期未获批准")
                        .says(
                                what + "的延期未获批准",
                                "[[${审批人} ]]没有批准您为" + NAMED + "申请的延期（${申请天数} 个工作日），承诺 ${承诺工作日} 个工作日内" + answer
                                        + "[[，${到期日}到期]]。[[原因：${意见}]]",
                                link));
    }

    /** What those hear who look after all institutions, and open the board rather than each case. */
    static NoticeKind<Called> overseen(NoticeGroup group, String code, String what, String answer) {
        return kind(group, code + ".promise-overseen", what + "超期后仍未" + answer + "（督办）", "督办人员")
                .knows(institution(answer))
                .knows(howOften())
                .says(
                        "[[第 ${第几次} 次督促：]]" + what + "超期仍未" + answer,
                        "[[${办理机构}：]]" + NAMED + "承诺 ${承诺工作日} 个工作日内" + answer + "[[，${到期日}到期]][[，到期已 ${超期天数} 个自然日]]，至今未"
                                + answer + "，请在时限看板督办。[[这是第 ${第几次} 次督促。]]",
                        "/promises");
    }

    private static NoticeKind.Draft<Called> answered(NoticeGroup group, String code, String name) {
        return kind(group, code, name, "申请延期的人")
                .knows(Variable.<Called>text(
                                "审批人", "由谁审批", "示例银行 王晓", it -> it.call().by())
                        .optional()
                        .covered(Mask.HIDDEN))
                .knows(Variable.text(
                        "申请天数",
                        "申请延长几个工作日",
                        "3",
                        it -> String.valueOf(answer(it).workingDays())))
                .knows(Variable.<Called>text(
                                "意见",
                                "审批人填写的意见；不批准时为原因",
                                "请抓紧办理",
                                it -> answer(it).words())
                        .optional()
                        .covered(Mask.HIDDEN));
    }

    private static ExtensionAnswer answer(Called it) {
        return Objects.requireNonNull(it.call().extension(), "what was answered is told with it");
    }

    private static Variable<Called> institution(String answer) {
        return Variable.<Called>text(
                        "办理机构", "应当" + answer + "的机构", "示例银行", it -> it.call().institutionName())
                .optional();
    }

    /** The second call has to be told from the first. */
    private static List<Variable<Called>> howOften() {
        return List.of(
                Variable.<Called>text(
                                "第几次",
                                "第几次督促；第一次不显示",
                                "2",
                                it -> it.call().level() > 1
                                        ? String.valueOf(it.call().level())
                                        : null)
                        .optional(),
                Variable.<Called>text("超期天数", "到期后已过多少天", "5", PromiseKinds::daysLate)
                        .optional());
    }

    private static @Nullable String daysLate(Called it) {
        Instant due = it.call().dueAt();
        return due == null
                ? null
                : String.valueOf(ChronoUnit.DAYS.between(
                        BusinessTime.dayOf(due), BusinessTime.dayOf(it.call().at())));
    }

    /**
     * By when a case that was handed in is answered.
     *
     * @param meaning of the day
     */
    static <F> List<Variable<F>> answered(
            String meaning, Function<F, @Nullable LocalDate> day, Function<F, @Nullable OffsetDateTime> hour) {
        return List.of(
                Variable.<F>text("答复日期", meaning, "2026年12月10日", it -> Days.inWords(day.apply(it)))
                        .optional(),
                Variable.<F>text(
                                "答复期限",
                                meaning + "和钟点",
                                "2026年12月10日 17:30 前",
                                it -> Days.by(day.apply(it), hour.apply(it)))
                        .optional());
    }

    /** What the applicant is told of a promised date that was moved, after the name of the case. */
    static String moved(String answer) {
        return "承诺的" + answer + "时限延长 ${延长天数} 个工作日，共 ${承诺工作日} 个工作日[[，改为 ${新日期} 前" + answer + "]]。原因：${原因}";
    }

    static <F> List<Variable<F>> moved(Function<F, PromiseExtended> extended) {
        return List.of(
                Variable.text(
                        "延长天数",
                        "延长几个工作日",
                        "5",
                        it -> String.valueOf(extended.apply(it).extendedBy())),
                Variable.text(
                        "承诺工作日",
                        "现在一共承诺几个工作日",
                        "15",
                        it -> String.valueOf(extended.apply(it).workingDays())),
                Variable.<F>text(
                                "新日期",
                                "延长后的承诺日期和钟点",
                                "2026年12月17日 17:30",
                                it -> Days.andHour(extended.apply(it).dueAt()))
                        .optional(),
                Variable.<F>text(
                                "原因",
                                "延长的原因",
                                "需核实抵押物",
                                it -> extended.apply(it).reason())
                        .required()
                        .covered(Mask.HIDDEN));
    }

    NoticeKind<Called> of(PromiseSignal signal) {
        return switch (signal) {
            case WARNED -> warned;
            case BROKEN -> broken;
            case ESCALATED -> escalated;
            case MOVED -> movedByCalendar;
            case ENDED -> throw new IllegalArgumentException("nobody is told that there is nothing to do any more");
            case URGED -> urged;
            case EXTENSION_ASKED -> extensionAsked;
            case EXTENSION_APPROVED -> extensionApproved;
            case EXTENSION_REFUSED -> extensionRefused;
        };
    }

    List<NoticeKind<?>> all() {
        return List.of(
                warned, broken, escalated, movedByCalendar, urged, extensionAsked, extensionApproved, extensionRefused);
    }

    /** Of what is never given more time. */
    List<NoticeKind<?>> withoutExtension() {
        return List.of(warned, broken, escalated, movedByCalendar, urged);
    }

    private static NoticeKind.Draft<Called> kind(NoticeGroup group, String code, String name, String receivers) {
        return NoticeKind.<Called>of(group, code, name, receivers)
                .toDesks()
                .mandatory(Because.PROMISE)
                .knows(Variable.text("事项", "所办的事项", "云税贷", it -> it.call().about()))
                .knows(Variable.<Called>text(
                                "编号",
                                "所办事项的编号",
                                "RZ2026112800001",
                                it -> it.call().caseNumber())
                        .required())
                .knows(Variable.text(
                        "承诺工作日",
                        "承诺在几个工作日内办理",
                        "10",
                        it -> String.valueOf(it.call().workingDays())))
                .knows(Variable.<Called>text(
                                "到期日",
                                "承诺的最后一天",
                                "2026年12月10日",
                                it -> Days.inWords(it.call().dueAt()))
                        .optional())
                .knows(Variable.id("事项标识", "所办的事项", Called::page));
    }
}
