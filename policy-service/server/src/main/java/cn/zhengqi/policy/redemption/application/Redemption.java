package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.api.RedemptionAccountCorrected;
import cn.zhengqi.policy.api.RedemptionApproved;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.api.RedemptionInNotice;
import cn.zhengqi.policy.api.RedemptionOfferEnded;
import cn.zhengqi.policy.api.RedemptionOfferEnding;
import cn.zhengqi.policy.api.RedemptionOffered;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionPaymentFailed;
import cn.zhengqi.policy.api.RedemptionRejected;
import cn.zhengqi.policy.api.RedemptionReturned;
import cn.zhengqi.policy.api.RedemptionSentBack;
import cn.zhengqi.policy.api.RedemptionSubmitted;
import cn.zhengqi.policy.api.RedemptionWithdrawn;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.Claim;
import cn.zhengqi.policy.redemption.ledger.EntryKind;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.policy.standing.Stood;
import cn.zhengqi.promise.PromiseView;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's application to be paid under a project, from its claim to its money. Each change of state answers with what the timeline shows and what others are
 * told, or with a problem. What is booked of it stands in the ledger.
 */
@TableName("redemption_application")
@SuppressWarnings("UnusedVariable") // some columns are only written
public class Redemption extends RedemptionCase {

    private @Nullable UUID applicantId;
    private @Nullable String applicantName;
    private RedemptionStatus status;
    private @Nullable BigDecimal basisClaimed;
    private @Nullable BigDecimal basisRecognised;
    private BigDecimal amountClaimed;
    private @Nullable BigDecimal amount;
    private String explanation;
    private String statement;
    private List<String> fileIds;
    private @Nullable String accountName;
    private @Nullable String accountBank;
    private @Nullable AccountNumber accountNumber;
    private InternalStandings.@Nullable Standing standing;
    private InternalStandings.@Nullable Standing audience;
    private @Nullable LocalDate noticeFrom;
    private @Nullable LocalDate noticeUntil;

    private @Nullable String reason;

    private Instant changedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant paidAt;
    private @Nullable LocalDate remindedFor;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Redemption() {}

    @SuppressWarnings("NullAway.Init")
    private Redemption(String number, RedemptionProject project, Claimant claimant, Instant at) {
        super(number, project, claimant, at);
        changedAt = at;
    }

    /**
     * @param stood by the conditions, as far as could be asked
     * @throws ProblemException NOT_ELIGIBLE where the project bars who surely does not meet them; AMOUNT_NOTHING where nothing is paid for what is claimed
     */
    static Redemption submit(
            String number,
            RedemptionProject project,
            Claimant claimant,
            Claimed claimed,
            Stood stood,
            Booker person,
            Instant at) {
        if (project.barring()) {
            stood.mustNotFail();
        }
        Redemption it = new Redemption(number, project, claimant, at);
        it.standing = stood.policy();
        it.audience = stood.audience();
        it.status = RedemptionStatus.SUBMITTED;
        it.claim(project.rule(), claimed, person, at);
        return it;
    }

    /**
     * 免申即享.
     *
     * @param basis as the department knows it, where the rule goes by a figure
     * @param evidence by which it qualifies
     * @throws ProblemException AMOUNT_NOTHING
     */
    static Redemption offer(
            String number,
            RedemptionProject project,
            Claimant claimant,
            @Nullable BigDecimal basis,
            Evidence evidence,
            Instant at) {
        Redemption it = new Redemption(number, project, claimant, at);
        AmountRule.RedemptionAmount computed = project.rule().of(basis);
        it.status = RedemptionStatus.OFFERED;
        it.basisRecognised = basis;
        it.amountClaimed = computed.yuan();
        it.amount = computed.yuan();
        it.explanation = computed.explanation();
        it.statement = "";
        it.fileIds = List.of();
        it.standing = evidence.policy();
        it.audience = evidence.audience();
        it.decidedAt = at;
        return it;
    }

    /** @param caution what has to be looked at, as the timeline shows it */
    Moved offered(LocalDate until, @Nullable String caution, Booker officer, Instant at) {
        return Moved.of(
                        event(RedemptionEventKind.OFFERED, officer, explained(caution), List.of(), at),
                        new RedemptionOffered(parties(), held(), until, at))
                .booking(EntryKind.RESERVE);
    }

    /**
     * The enterprise takes what it is offered; its notice begins.
     *
     * @throws ProblemException STATE_CONFLICT unless it is offered
     */
    Moved confirm(Account account, Booker person, NoticeDays notice, Instant at) {
        if (status != RedemptionStatus.OFFERED) {
            throw status.refuse("确认");
        }
        become(RedemptionStatus.IN_NOTICE, "确认", at);
        payTo(account);
        appliedBy(person);
        show(notice);
        return Moved.of(
                event(RedemptionEventKind.CONFIRMED, person, null, List.of(), at),
                new RedemptionInNotice(parties(), held(), notice.until(), at));
    }

    /** What was held for it is free again. @throws ProblemException STATE_CONFLICT unless it is offered */
    Moved decline(Booker by, Instant at) {
        return Moved.silent(declined(null, by, at)).booking(EntryKind.RELEASE);
    }

    /** It can be confirmed no more: the enterprise is told. What was held for it is free again. @throws ProblemException STATE_CONFLICT unless it is offered */
    Moved endOffer(String words, Instant at) {
        RedemptionEvent ended = declined(words, Booker.SYSTEM, at);
        return Moved.of(ended, new RedemptionOfferEnded(parties(), held(), words, at))
                .booking(EntryKind.RELEASE);
    }

    private RedemptionEvent declined(@Nullable String words, Booker by, Instant at) {
        become(RedemptionStatus.DECLINED, "放弃", at);
        reason = words;
        return event(RedemptionEventKind.DECLINED, by, words, List.of(), at);
    }

    /** Its last days have come: the enterprise is told once more. @throws ProblemException STATE_CONFLICT unless it is offered */
    RedemptionFact remind(LocalDate until, Instant at) {
        if (status != RedemptionStatus.OFFERED) {
            throw status.refuse("提醒");
        }
        remindedFor = until;
        return new RedemptionOfferEnding(parties(), held(), until, at);
    }

    private void become(RedemptionStatus next, String action, Instant at) {
        status = status.to(next, action);
        changedAt = at;
    }

    private void claim(AmountRule rule, Claimed claimed, Booker person, Instant at) {
        AmountRule.RedemptionAmount computed = rule.of(claimed.basis());
        basisClaimed = claimed.basis();
        amountClaimed = computed.yuan();
        explanation = computed.explanation();
        statement = claimed.statement();
        fileIds = claimed.fileIds();
        payTo(claimed.account());
        appliedBy(person);
        changedAt = at;
    }

    private void appliedBy(Booker person) {
        applicantId = person.accountId();
        applicantName = person.name();
    }

    private void payTo(Account account) {
        accountName = account.name();
        accountBank = account.bank();
        accountNumber = account.number();
    }

    /** @param caution what has to be looked at, as the timeline shows it */
    Moved submitted(@Nullable PromiseView promise, @Nullable String caution, Booker person, Instant at) {
        return Moved.of(
                event(RedemptionEventKind.SUBMITTED, person, explained(caution), fileIds, at)
                        .stating(basisClaimed, statement, account()),
                submitted(false, promise, at));
    }

    private String explained(@Nullable String caution) {
        return caution == null ? explanation : explanation + "；" + caution;
    }

    /** @throws ProblemException STATE_CONFLICT */
    Moved sendBack(String words, Booker officer, Instant at) {
        become(RedemptionStatus.SENT_BACK, "退回补正", at);
        reason = words.strip();
        return Moved.of(
                event(RedemptionEventKind.SENT_BACK, officer, reason, List.of(), at),
                new RedemptionSentBack(parties(), words.strip(), at));
    }

    /** @throws ProblemException STATE_CONFLICT unless it was sent back; AMOUNT_NOTHING */
    void supplement(AmountRule rule, Claimed claimed, Booker person, Instant at) {
        if (status != RedemptionStatus.SENT_BACK) {
            throw status.refuse("补正");
        }
        become(RedemptionStatus.SUBMITTED, "补正", at);
        reason = null;
        claim(rule, claimed, person, at);
    }

    Moved supplemented(@Nullable PromiseView promise, Booker person, Instant at) {
        return Moved.of(
                event(RedemptionEventKind.RESUBMITTED, person, explanation, fileIds, at)
                        .stating(basisClaimed, statement, account()),
                submitted(true, promise, at));
    }

    private RedemptionSubmitted submitted(boolean again, @Nullable PromiseView promise, Instant at) {
        return new RedemptionSubmitted(
                parties(),
                again,
                promise == null ? null : promise.dueOn(),
                promise == null ? null : promise.dueAt(),
                at);
    }

    /**
     * What the department recognises; its notice begins.
     *
     * @param excluded what of the enterprise's other applications stands in its way
     * @throws ProblemException STATE_CONFLICT, AMOUNT_NOTHING, REDEMPTION_EXCLUDED; VALIDATION_FAILED for more than was claimed, or less without a reason, or without one
     *     where another may exclude it
     */
    Moved recognise(
            AmountRule rule,
            Recognition recognition,
            @Nullable ExcludedBy excluded,
            Booker officer,
            NoticeDays notice,
            Instant at) {
        if (status != RedemptionStatus.SUBMITTED) {
            throw status.refuse("核定");
        }
        String decided = recognition.over(excluded);
        BigDecimal recognised = recognition.of(basisClaimed, rule);
        AmountRule.RedemptionAmount computed = rule.of(recognised);
        become(RedemptionStatus.IN_NOTICE, "核定", at);
        basisRecognised = recognised;
        amount = computed.yuan();
        explanation = computed.explanation();
        reason = recognition.reason();
        show(notice);
        decidedAt = at;
        return Moved.of(
                        event(
                                RedemptionEventKind.IN_NOTICE,
                                officer,
                                recognition.explained(explanation, decided),
                                List.of(),
                                at),
                        new RedemptionInNotice(parties(), computed.yuan(), notice.until(), at))
                .booking(EntryKind.RESERVE);
    }

    private void show(NoticeDays notice) {
        noticeFrom = notice.from();
        noticeUntil = notice.until();
    }

    /** Where the days of the notice were not arranged when it began. */
    public void noticeUntil(LocalDate day) {
        noticeUntil = day;
    }

    /** Its notice is over and nobody objects. @throws ProblemException STATE_CONFLICT */
    Moved approve(Booker by, Instant at) {
        become(RedemptionStatus.APPROVED, "核准", at);
        return Moved.of(
                        event(RedemptionEventKind.APPROVED, by, Yuan.format(held()), List.of(), at),
                        new RedemptionApproved(parties(), held(), at))
                .booking(EntryKind.APPROVE);
    }

    /** @throws ProblemException STATE_CONFLICT once it is approved */
    Moved reject(String words, Booker officer, Instant at) {
        EntryKind released = released();
        become(RedemptionStatus.REJECTED, "驳回", at);
        reason = words.strip();
        decidedAt = at;
        return Moved.of(
                        event(RedemptionEventKind.REJECTED, officer, reason, List.of(), at),
                        new RedemptionRejected(parties(), words.strip(), at))
                .booking(released);
    }

    /** @throws ProblemException STATE_CONFLICT while it is being paid, and when it is over */
    Moved withdraw(Booker person, Instant at) {
        EntryKind released = released();
        become(RedemptionStatus.WITHDRAWN, "撤回", at);
        return Moved.of(
                        event(RedemptionEventKind.WITHDRAWN, person, null, List.of(), at),
                        new RedemptionWithdrawn(parties(), at))
                .booking(released);
    }

    /** What was approved is not due after all; what was held for it is free again. @throws ProblemException STATE_CONFLICT unless it waits to be paid */
    Moved end(String words, Booker officer, Instant at) {
        EntryKind released = released();
        become(RedemptionStatus.ENDED, "终止", at);
        reason = words.strip();
        decidedAt = at;
        return Moved.of(
                        event(RedemptionEventKind.ENDED, officer, reason, List.of(), at),
                        new RedemptionEnded(parties(), held(), words.strip(), at))
                .booking(released);
    }

    private @Nullable EntryKind released() {
        return status.holdsMoney() ? EntryKind.RELEASE : null;
    }

    /** Where paying had failed, or the money came back, it can be paid again. @throws ProblemException STATE_CONFLICT while it is being paid, and when it is over */
    Moved changeAccount(Account account, Booker person, Instant at) {
        switch (status) {
            case IN_NOTICE, APPROVED -> {}
            case PAY_FAILED, RETURNED -> {
                become(RedemptionStatus.APPROVED, "更正收款账户", at);
                reason = null;
            }
            default -> throw status.refuse("更正收款账户");
        }
        boolean waits = status == RedemptionStatus.APPROVED;
        Account before = Objects.requireNonNull(account(), "where nothing is offered any more an account was named");
        payTo(account);
        changedAt = at;
        RedemptionEvent event = event(
                RedemptionEventKind.ACCOUNT_CHANGED,
                person,
                before.inWords() + " → " + account.inWords(),
                List.of(),
                at);
        return waits ? Moved.of(event, new RedemptionAccountCorrected(parties(), held(), at)) : Moved.silent(event);
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits to be paid */
    Moved startPaying(String batch, Booker by, Instant at) {
        become(RedemptionStatus.PAYING, "列入支付批次", at);
        return Moved.silent(event(RedemptionEventKind.BATCHED, by, batch, List.of(), at));
    }

    /** Its batch was cancelled before it went to the treasury. */
    Moved stopPaying(String batch, Booker by, Instant at) {
        become(RedemptionStatus.APPROVED, "移出支付批次", at);
        return Moved.silent(event(RedemptionEventKind.UNBATCHED, by, batch, List.of(), at));
    }

    /** The entry in the ledger names the batch, and is booked with it. */
    Moved paid(String reference, Booker by, Instant at) {
        become(RedemptionStatus.PAID, "登记支付结果", at);
        paidAt = at;
        return Moved.of(
                event(RedemptionEventKind.PAID, by, "流水号 " + reference, List.of(), at),
                new RedemptionPaid(parties(), held(), at));
    }

    Moved payFailed(String words, Booker by, Instant at) {
        become(RedemptionStatus.PAY_FAILED, "登记支付结果", at);
        reason = words;
        return Moved.of(
                event(RedemptionEventKind.PAY_FAILED, by, words, List.of(), at),
                new RedemptionPaymentFailed(parties(), words, at));
    }

    /** What was paid came back; the entry in the ledger names the batch, and is booked with it. @throws ProblemException STATE_CONFLICT unless it is paid */
    Moved returned(String words, Booker by, Instant at) {
        become(RedemptionStatus.RETURNED, "登记退回", at);
        reason = words;
        paidAt = null;
        return Moved.of(
                event(RedemptionEventKind.RETURNED, by, words, List.of(), at),
                new RedemptionReturned(parties(), held(), words, at));
    }

    /** Where it was not the account's fault. @throws ProblemException STATE_CONFLICT unless paying failed, or what was paid came back */
    Moved payAgain(String words, Booker by, Instant at) {
        if (status != RedemptionStatus.PAY_FAILED && status != RedemptionStatus.RETURNED) {
            throw status.refuse("重新支付");
        }
        become(RedemptionStatus.APPROVED, "重新支付", at);
        reason = null;
        return Moved.silent(event(RedemptionEventKind.PAID_AGAIN, by, words.strip(), List.of(), at));
    }

    /**
     * The caller decided by what they saw; if that is not what is stored, they have to look again.
     *
     * @throws ProblemException VERSION_CONFLICT
     */
    public Redemption seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    /** What it takes from the budget; from its recognition on. */
    public Claim claim() {
        return new Claim(projectId(), id(), held());
    }

    private BigDecimal held() {
        return Objects.requireNonNull(amount, "nothing is recognised of it");
    }

    private RedemptionEvent event(
            RedemptionEventKind kind, Booker actor, @Nullable String note, List<String> files, Instant at) {
        return RedemptionEvent.of(id(), kind, actor, note, files, at);
    }

    RedemptionParties parties() {
        return parties(applicantId);
    }

    public @Nullable String applicantName() {
        return applicantName;
    }

    public RedemptionStatus status() {
        return status;
    }

    public @Nullable BigDecimal basisClaimed() {
        return basisClaimed;
    }

    public @Nullable BigDecimal basisRecognised() {
        return basisRecognised;
    }

    public BigDecimal amountClaimed() {
        return amountClaimed;
    }

    public @Nullable BigDecimal amount() {
        return amount;
    }

    public String explanation() {
        return explanation;
    }

    public String statement() {
        return statement;
    }

    /** Null while it is offered and none was named. */
    @Nullable
    Account account() {
        return accountName == null || accountBank == null || accountNumber == null
                ? null
                : new Account(accountName, accountBank, accountNumber);
    }

    public @Nullable AccountNumber accountNumber() {
        return accountNumber;
    }

    public @Nullable LocalDate noticeFrom() {
        return noticeFrom;
    }

    public @Nullable LocalDate noticeUntil() {
        return noticeUntil;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Instant paidAt() {
        return paidAt;
    }

    public int version() {
        return version;
    }

    InternalStandings.@Nullable Standing standing() {
        return standing;
    }

    InternalStandings.@Nullable Standing audience() {
        return audience;
    }

    List<UUID> files() {
        return fileIds.stream().map(UUID::fromString).toList();
    }
}
