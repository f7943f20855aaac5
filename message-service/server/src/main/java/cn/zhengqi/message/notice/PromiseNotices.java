package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimPromiseCalled;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseExtended;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Notice;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told of promised dates: a warning and an urging to those who work on the case, a broken one to them and their heads, and one that stays unanswered to
 * those who look after all of them.
 */
@Configuration(proxyBeanMethods = false)
class PromiseNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String HANDLE_APPLICATIONS = "finance.application.handle";

    private static final String SUPERVISE_ANSWERS = "finance.promise.supervise";
    private static final Desk OVERSEERS = Desk.anywhere("finance.promise.oversee");

    /** Of enterprise-code-service. */
    private static final Desk REVIEWERS = Desk.anywhere("code.claim.review");

    private static final Desk HEADS_OF_REVIEWERS = Desk.anywhere("code.promise.supervise");

    private final Noticeboard board;

    PromiseNotices(Noticeboard board) {
        this.board = board;
    }

    @Bean
    EventHandler<LoanPromiseCalled> loanPromiseNotice() {
        return on(LoanPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            UUID bank = Objects.requireNonNull(call.institutionId(), "a bank has to answer");
            Notice notice = notice(MessageKind.FINANCE, "融资申请", "答复", call, "/applications/" + call.caseId());
            tellBank(
                    board,
                    Desk.of(bank, HANDLE_APPLICATIONS),
                    Desk.of(bank, SUPERVISE_ANSWERS),
                    OVERSEERS,
                    call,
                    meta,
                    notice);
        });
    }

    @Bean
    EventHandler<ClaimPromiseCalled> claimPromiseNotice() {
        return on(ClaimPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            Notice notice = notice(MessageKind.CODE, "领码申请", "审核", call, "/claims/" + call.caseId());
            if (call.signal() == PromiseSignal.EXTENSION_ASKED) {
                board.tell(HEADS_OF_REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode()), meta, notice);
                return;
            }
            if (call.signal() != PromiseSignal.ESCALATED) {
                board.tell(REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode()), meta, notice);
            }
            if (call.signal() == PromiseSignal.BROKEN || call.signal() == PromiseSignal.ESCALATED) {
                board.tell(HEADS_OF_REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode()), meta, notice);
            }
        });
    }

    /** @param desk all of the bank who may work on it */
    static void tellBank(
            Noticeboard board,
            Desk desk,
            Desk heads,
            Desk overseers,
            PromiseCall call,
            EventMetadata meta,
            Notice notice) {
        switch (call.signal()) {
            case WARNED, URGED -> board.tell(handlers(desk, call, heads), meta, notice);
            case BROKEN -> {
                board.tell(handlers(desk, call, heads), meta, notice);
                board.tell(heads, meta, notice);
            }
            case ESCALATED -> {
                board.tell(heads, meta, notice);
                board.tell(overseers, meta, notice);
            }
            case EXTENSION_ASKED -> board.tell(heads, meta, notice);
        }
    }

    /** Who took it up, or the heads where that one may work on it no more; all of the bank who may, while nobody did. */
    private static Desk handlers(Desk all, PromiseCall call, Desk heads) {
        UUID handler = call.handlerId();
        return handler == null ? all : all.handledBy(handler, heads);
    }

    /** For the applicant: until when, and why. */
    static String moved(PromiseExtended it, String answer) {
        Instant due = it.dueAt();
        return "承诺的" + answer + "时限延长 " + it.extendedBy() + " 个工作日，共 " + it.workingDays() + " 个工作日"
                + (due == null ? "" : "，改为 " + BusinessTime.inWords(BusinessTime.dayOf(due)) + "前" + answer) + "。原因："
                + it.reason();
    }

    static Notice notice(MessageKind kind, String what, String answer, PromiseCall call, String link) {
        String named = "“" + call.about() + "”（" + call.caseNumber() + "）";
        String day = call.dueAt() == null ? "" : BusinessTime.inWords(BusinessTime.dayOf(call.dueAt()));
        String promised = "承诺 " + call.workingDays() + " 个工作日内" + answer + (day.isEmpty() ? "" : "，" + day + "到期");
        return switch (call.signal()) {
            case WARNED -> new Notice(kind, what + "即将到期", named + promised + "，请抓紧办理。", link);
            case BROKEN -> new Notice(kind, what + "已超过承诺时限", named + promised + "，尚未" + answer + "，请立即办理。", link);
            case ESCALATED ->
                new Notice(
                        kind,
                        what + "超期仍未" + answer,
                        (call.institutionName() == null ? "" : call.institutionName() + "：") + named + promised + "，至今未"
                                + answer + "，请督促办理。",
                        link);
            case URGED ->
                new Notice(
                        kind,
                        what + "被催办",
                        (call.by() == null ? "" : call.by() + " ") + "催办" + named + promised + "，请尽快办理。",
                        link);
            case EXTENSION_ASKED ->
                new Notice(
                        kind,
                        what + "的延期待审批",
                        (call.by() == null ? "" : call.by() + " ") + "为" + named + "申请延期" + answer + "，" + promised
                                + "。请在时限看板审批。",
                        "/promises");
        };
    }
}
