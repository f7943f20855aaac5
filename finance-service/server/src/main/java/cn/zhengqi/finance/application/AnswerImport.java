package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers of a bank, brought as a file: by the very moves that an officer makes one by one, all of them or none. What already is as the file says is passed over, so that the same file changes nothing
 * a second time; payments are told apart by the bank's own number of each, and one without a number that looks like a recorded one is a fault.
 */
@Component
class AnswerImport {

    /** Of one whose recorded twin has no number to tell it by. */
    private static final String BY_HAND = "在该申请的页面登记放款";

    private static final int MOST_PROBLEMS = 200;

    private final LoanApplicationMapper applications;
    private final ApplicationDesk desk;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate row;

    AnswerImport(
            LoanApplicationMapper applications,
            ApplicationDesk desk,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.row = new TransactionTemplate(transactions);
        // What one row breaks is undone, so that the next one is looked at as well.
        this.row.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param institutionId for which the officer acts
     * @param institutions it and those below; what was made to others is not answered
     * @param scope how far the officer reads
     * @param decider a head answers for the bank, an officer what they have and what lies in the pool
     */
    record By(UUID institutionId, Set<UUID> institutions, DataScope scope, Decider decider) {

        boolean answersFor(LoanApplication it) {
            return institutions.contains(it.bankId()) || institutions.contains(it.deskId());
        }
    }

    /**
     * What a file does.
     *
     * @param unchanged rows that say what already is
     * @param unanswered rows without an answer
     */
    record AnswersOutcome(
            int accepted, int materialAsked, int approved, int refused, int disbursed, int unchanged, int unanswered) {}

    /**
     * What it would do; nothing is done.
     *
     * @throws ProblemException ANSWERS_FAULTY with each row that is wrong
     */
    AnswersOutcome check(AnswerFile file, By by) {
        return Objects.requireNonNull(whole.execute(status -> {
            status.setRollbackOnly();
            return moved(file, by).outcome();
        }));
    }

    /** @throws ProblemException ANSWERS_FAULTY with each row that is wrong; then nothing is done */
    AnswersOutcome apply(AnswerFile file, By by) {
        return Objects.requireNonNull(whole.execute(status -> {
            Moved moved = moved(file, by);
            AnswersOutcome done = moved.outcome();
            desk.changedNow(moved.applications());
            audit.changed(
                    FinanceAction.ANSWERS_IMPORTED,
                    by.institutionId(),
                    by.decider().actor().name(),
                    null,
                    done);
            return done;
        }));
    }

    private record Moved(AnswersOutcome outcome, List<UUID> applications) {}

    private Moved moved(AnswerFile file, By by) {
        List<AnswerRow.Fault> faults = new ArrayList<>(file.faults());
        faults.addAll(unknown(file, by));
        Map<AnswerKind, Integer> done = new EnumMap<>(AnswerKind.class);
        List<UUID> changed = new ArrayList<>();
        int unchanged = 0;
        // In one order whatever the file's: two files at once do not wait for each other.
        List<AnswerRow> rows = file.rows().stream()
                .sorted(Comparator.comparing(AnswerRow::number))
                .toList();
        lockWhomItGrants(rows, by);
        for (AnswerRow one : rows) {
            try {
                UUID moved = row.execute(status -> move(one, by));
                if (moved == null) {
                    unchanged++;
                } else {
                    done.merge(one.kind(), 1, Integer::sum);
                    changed.add(moved);
                }
            } catch (ProblemException wrong) {
                faults.addAll(faults(one, wrong));
            }
        }
        requireNone(faults);
        AnswersOutcome outcome = new AnswersOutcome(
                done.getOrDefault(AnswerKind.ACCEPT, 0),
                done.getOrDefault(AnswerKind.ASK_MATERIAL, 0),
                done.getOrDefault(AnswerKind.APPROVE, 0),
                done.getOrDefault(AnswerKind.REFUSE, 0),
                done.getOrDefault(AnswerKind.DISBURSE, 0),
                unchanged,
                file.unanswered());
        return new Moved(outcome, changed);
    }

    /** Before any application and in one order: files of two banks that grant to the same enterprises would wait for each other. */
    private void lockWhomItGrants(List<AnswerRow> rows, By by) {
        List<String> granted = numbers(rows, AnswerKind.APPROVE);
        // A payment may bring an expired grant back.
        List<String> paid = numbers(rows, AnswerKind.DISBURSE);
        if (!granted.isEmpty() || !paid.isEmpty()) {
            applications.enterprisesOf(granted, paid, by.scope()).forEach(applications::lock);
        }
    }

    private static List<String> numbers(List<AnswerRow> rows, AnswerKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(AnswerRow::number)
                .toList();
    }

    /** What else is wrong with rows that cannot be read, such as an application or a reason that there is not: all is told at once. */
    private List<AnswerRow.Fault> unknown(AnswerFile file, By by) {
        List<AnswerRow.Fault> unknown = new ArrayList<>();
        for (AnswerFile.Unread row : file.unread()) {
            Optional<LoanApplication> named = row.number().isEmpty()
                    ? Optional.empty()
                    : applications.findByNumber(row.number(), by.scope()).filter(by::answersFor);
            if (!row.number().isEmpty() && named.isEmpty()) {
                unknown.add(fault(row, LoanApplications.notFound()));
            }
            named.ifPresent(it -> unknown.addAll(ofGrant(row.read(), it)));
            if (!row.reason().isEmpty() && reason(row.reason()).isEmpty()) {
                unknown.add(fault(row, new ProblemException(FinanceProblem.REFUSAL_REASON_UNKNOWN)));
            }
        }
        return unknown;
    }

    /** What can be read of a grant is held against the application; what cannot is taken for what was asked, which is not wrong. */
    private List<AnswerRow.Fault> ofGrant(@Nullable AnswerRow read, LoanApplication it) {
        if (read == null
                || read.kind() != AnswerKind.APPROVE
                || (it.status() != ApplicationStatus.SUBMITTED && it.status() != ApplicationStatus.IN_REVIEW)) {
            return List.of();
        }
        AskedLoan asked = it.asked();
        LocalDate today = BusinessTime.today(clock);
        Grant grant = new Grant(
                Objects.requireNonNullElse(read.money(), asked.amount()),
                read.rate() == null ? asked.rate() : read.rate(),
                Objects.requireNonNullElse(read.termMonths(), asked.termMonths()),
                Objects.requireNonNullElse(read.day(), today),
                read.borrowedBefore(),
                read.words());
        try {
            grant.checkAgainst(asked, it.kind(), today);
            return List.of();
        } catch (ProblemException wrong) {
            return faults(read, wrong);
        }
    }

    private static AnswerRow.Fault fault(AnswerFile.Unread row, ProblemException wrong) {
        return new AnswerRow.Fault(row.line(), row.number(), wrong.code().name(), wrong.detail());
    }

    private static List<AnswerRow.Fault> faults(AnswerRow row, ProblemException wrong) {
        if (wrong.fieldErrors().isEmpty()) {
            return List.of(row.fault(wrong.code().name(), wrong.detail()));
        }
        return wrong.fieldErrors().stream()
                .map(field -> field.field().equals("borrowedBefore")
                        ? row.fault(field.code(), "按首贷申请，请在“" + AnswerSheet.BORROWED + "”中填写是或否")
                        : row.fault(field.code(), field.message()))
                .toList();
    }

    /** @return the application; nothing where nothing was to be done */
    private @Nullable UUID move(AnswerRow answer, By by) {
        LoanApplication it = applications
                .findByNumber(answer.number(), by.scope())
                .filter(by::answersFor)
                .orElseThrow(LoanApplications::notFound);
        if (isSo(answer, it)) {
            return null;
        }
        int version = it.version();
        if (it.status() == ApplicationStatus.SUBMITTED && answer.kind() != AnswerKind.DISBURSE) {
            version = desk.accept(it.id(), version, by.scope(), by.decider()).version();
        }
        switch (answer.kind()) {
            case ACCEPT -> {
                if (it.status() != ApplicationStatus.SUBMITTED) {
                    // Says why not, by the rule itself.
                    desk.accept(it.id(), version, by.scope(), by.decider());
                }
            }
            case ASK_MATERIAL -> desk.askMaterial(it.id(), version, by.scope(), by.decider(), answer.words());
            case APPROVE -> desk.approve(it.id(), version, by.scope(), by.decider(), grant(answer));
            case REFUSE ->
                desk.refuse(
                        it.id(),
                        version,
                        by.scope(),
                        by.decider(),
                        reason(answer.reason()).map(RefusalReason::code).orElse(answer.reason()),
                        answer.words());
            case DISBURSE -> desk.disburse(it.id(), version, by.scope(), by.decider(), drawdown(answer));
        }
        return it.id();
    }

    /** Whether the application already is as the answer says. */
    private boolean isSo(AnswerRow answer, LoanApplication it) {
        return switch (answer.kind()) {
            case ACCEPT -> it.status() != ApplicationStatus.SUBMITTED && it.status() != ApplicationStatus.WITHDRAWN;
            case ASK_MATERIAL -> isAskedFor(answer.words(), it);
            case APPROVE ->
                it.grantedAmount() != null
                        && it.grantedAmount().compareTo(money(answer)) == 0
                        && Objects.requireNonNull(it.grantedRate()).compareTo(Objects.requireNonNull(answer.rate()))
                                == 0
                        && Objects.equals(it.grantedTermMonths(), answer.termMonths())
                        && Objects.equals(it.validUntil(), answer.day());
            case REFUSE ->
                it.status() == ApplicationStatus.REFUSED
                        && answer.words().equals(it.refusalReason())
                        && reason(answer.reason())
                                .filter(reason -> reason.code().equals(it.refusalReasonCode()))
                                .isPresent();
            case DISBURSE -> isPaid(answer, it);
        };
    }

    /**
     * What was supplied since is not asked for in the same words: whether the old file came again, or something is still missing, only its bank knows.
     *
     * @throws ProblemException MATERIAL_SUPPLIED_SINCE
     */
    private boolean isAskedFor(String words, LoanApplication it) {
        boolean asked = applications.steps(it.id()).stream()
                .anyMatch(step -> step.kind() == StepKind.MATERIAL_ASKED && words.equals(step.note()));
        if (asked && it.status() == ApplicationStatus.IN_REVIEW) {
            throw new ProblemException(
                    FinanceProblem.MATERIAL_SUPPLIED_SINCE, "企业已按这一要求补充过材料；仍有欠缺的，请在“" + AnswerSheet.WORDS + "”中写明还缺什么");
        }
        return asked;
    }

    /**
     * By the bank's own number alone: a second payment of one amount on one day is as real as the first.
     *
     * @throws ProblemException DISBURSEMENT_RECORDED where the number stands for another payment, and where there is none to tell by
     */
    private boolean isPaid(AnswerRow answer, LoanApplication it) {
        List<Disbursement> paid = applications.disbursements(it.id());
        if (answer.reference().isEmpty()) {
            paid.stream()
                    .filter(one -> one.is(money(answer), day(answer)))
                    .findFirst()
                    .ifPresent(same -> refuseAlike(
                            same, same.reference() == null ? BY_HAND : "在“" + AnswerSheet.PAID_NUMBER + "”中填写本行的流水号"));
            return false;
        }
        Optional<Disbursement> known = paid.stream()
                .filter(one -> answer.reference().equals(one.reference()))
                .findFirst();
        known.filter(one -> !one.is(money(answer), day(answer))).ifPresent(other -> {
            throw new ProblemException(
                    FinanceProblem.DISBURSEMENT_RECORDED, "已登记的放款（" + other.inWords() + "）与本行的日期或金额不一致，请核对");
        });
        if (known.isEmpty()) {
            // Recorded before it had a number, it would be paid twice in the figures.
            paid.stream()
                    .filter(one -> one.reference() == null && one.is(money(answer), day(answer)))
                    .findFirst()
                    .ifPresent(same -> refuseAlike(same, BY_HAND));
        }
        return known.isPresent();
    }

    private static void refuseAlike(Disbursement recorded, String ifAnother) {
        throw new ProblemException(
                FinanceProblem.DISBURSEMENT_RECORDED,
                "与已登记的放款（" + recorded.inWords() + "）日期和金额相同：是同一笔的，请删除本行；是另一笔的，请" + ifAnother);
    }

    private static Drawdown drawdown(AnswerRow answer) {
        return new Drawdown(money(answer), day(answer), answer.reference().isEmpty() ? null : answer.reference());
    }

    private static Grant grant(AnswerRow answer) {
        return new Grant(
                money(answer),
                Objects.requireNonNull(answer.rate()),
                Objects.requireNonNull(answer.termMonths()),
                day(answer),
                answer.borrowedBefore(),
                answer.words());
    }

    private Optional<RefusalReason> reason(String said) {
        return applications.refusalReasons().stream()
                .filter(it -> it.label().equals(said) || it.code().equals(said))
                .findFirst();
    }

    private static BigDecimal money(AnswerRow answer) {
        return Objects.requireNonNull(answer.money());
    }

    private static LocalDate day(AnswerRow answer) {
        return Objects.requireNonNull(answer.day());
    }

    /** In the order of the rows, however they were looked at. */
    private static void requireNone(List<AnswerRow.Fault> faults) {
        if (!faults.isEmpty()) {
            List<FieldProblem> problems = faults.stream()
                    .sorted(Comparator.comparingInt(AnswerRow.Fault::line))
                    .map(AnswerRow.Fault::told)
                    .toList();
            throw new ProblemException(
                    FinanceProblem.ANSWERS_FAULTY,
                    "有 " + problems.size() + " 处错误，没有登记任何答复："
                            + problems.getFirst().message(),
                    problems.stream().limit(MOST_PROBLEMS).toList(),
                    Map.of("problemCount", problems.size()));
        }
    }
}
