package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.application.ExcludedBy;
import cn.zhengqi.policy.redemption.application.Exclusions;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.application.RedemptionStatus;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.payment.PaymentBatch.Preparer;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays in batches. Each step is one transaction: the batch, its payments, the applications and the ledger; whatever dies in the middle of one has done nothing of it.
 * The batch is locked first, then its applications in the order of their ids, then the budgets.
 */
@Service
@Transactional
class Payments {

    private final BatchMapper batches;
    private final RedemptionMoves moves;
    private final PaymentChecks checks;
    private final Exclusions exclusions;
    private final DaysToCome daysToCome;
    private final AuditTrail audit;
    private final Clock clock;

    Payments(
            BatchMapper batches,
            RedemptionMoves moves,
            PaymentChecks checks,
            Exclusions exclusions,
            DaysToCome daysToCome,
            AuditTrail audit,
            Clock clock) {
        this.batches = batches;
        this.moves = moves;
        this.checks = checks;
        this.exclusions = exclusions;
        this.daysToCome = daysToCome;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param approver for whose pair of eyes they have to wait; null: any */
    Page<BatchView> list(
            Set<UUID> institutions, @Nullable BatchState state, @Nullable UUID approver, PageRequest page) {
        return Page.of(
                batches.of(institutions, state, approver, page).stream()
                        .map(BatchView::of)
                        .toList(),
                batches.countOf(institutions, state, approver),
                page);
    }

    long countFor(UUID approver, Set<UUID> institutions) {
        return batches.countOf(institutions, null, approver);
    }

    long count(Set<UUID> institutions, BatchState state) {
        return batches.countOf(institutions, state, null);
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    BatchDetail detail(UUID id, Set<UUID> institutions) {
        return detail(find(id, institutions));
    }

    /** @throws ProblemException NOT_FOUND; VERSION_CONFLICT; STATE_CONFLICT unless it waits to be handed over */
    BatchView toHandOver(UUID id, int version, Set<UUID> institutions) {
        PaymentBatch batch = find(id, institutions).seenAs(version);
        batch.mustBeApproved();
        return BatchView.of(batch);
    }

    /** @throws ProblemException NOT_FOUND; STATE_CONFLICT unless the treasury has it */
    BatchView handedOver(UUID id, Set<UUID> institutions) {
        PaymentBatch batch = find(id, institutions);
        batch.mustBeHandedOver();
        return BatchView.of(batch);
    }

    private PaymentBatch find(UUID id, Set<UUID> institutions) {
        return batches.find(id)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(Payments::notFound);
    }

    private BatchDetail detail(PaymentBatch it) {
        List<BatchItem.Row> rows = batches.rows(it.id());
        Map<UUID, PaymentCheckView> checked =
                checks.of(rows.stream().map(BatchItem.Row::applicationId).toList());
        return new BatchDetail(
                BatchView.of(it),
                rows.stream()
                        .map(row -> row.item(checked.get(row.applicationId())))
                        .toList());
    }

    /** What of these a batch may be made of, before it is: whether each still fits is asked outside of any transaction. */
    List<Redemption> toPrepare(List<UUID> applications, Set<UUID> institutions) {
        return moves.seen(Set.copyOf(applications)).stream()
                .filter(it -> institutions.contains(it.institutionId()) && it.status() == RedemptionStatus.APPROVED)
                .toList();
    }

    /**
     * What is in a batch that this officer may approve.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, PREPARED_BY_YOURSELF
     */
    List<Redemption> toApprove(UUID id, int version, Set<UUID> institutions, UUID officer) {
        PaymentBatch batch = find(id, institutions).seenAs(version);
        batch.mustBeApprovable(officer);
        return moves.seen(applicationsOf(batch));
    }

    /** @throws ProblemException NOT_PAYABLE with each that cannot be paid, or over which somebody has to decide first */
    BatchDetail prepare(List<UUID> applications, Set<UUID> institutions, Preparer by) {
        Instant now = now();
        List<Redemption> locked = moves.lock(Set.copyOf(applications));
        mustBePayable(applications, locked, institutions);
        BigDecimal total = locked.stream().map(it -> it.claim().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        PaymentBatch batch = PaymentBatch.prepared(numberOf(now), locked.size(), total, by, now);
        batches.insert(batch);
        locked.forEach(it -> {
            batches.insertItem(batch, it, PaidAccount.of(it.accountNumber()));
            moves.startPaying(it, batch.number(), by.booker(), now);
        });
        recorded(PolicyAction.BATCH_PREPARED, null, batch);
        return detail(batch);
    }

    private void mustBePayable(List<UUID> asked, List<Redemption> locked, Set<UUID> institutions) {
        Map<UUID, Redemption> own = locked.stream()
                .filter(it -> institutions.contains(it.institutionId()))
                .collect(Collectors.toMap(Redemption::id, Function.identity()));
        Map<UUID, PaymentCheckView> checked = checks.of(own.keySet());
        Map<UUID, ExcludedBy> excluded = exclusions.beforePayment(own.keySet());
        DaysToCome.ToCome toCome = daysToCome.of(own.values());
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Redemption it = own.get(asked.get(i));
            String field = "applications[" + i + "]";
            if (it == null) {
                problems.add(new FieldProblem(field, "UNKNOWN", "没有找到该兑付申请"));
            } else if (asked.indexOf(it.id()) < i) {
                problems.add(new FieldProblem(field, "DOUBLED", it.number() + " 重复"));
            } else if (it.status() != RedemptionStatus.APPROVED) {
                problems.add(new FieldProblem(
                        field, "STATE", it.number() + " 当前为“" + it.status().label() + "”，不能列入支付批次"));
            } else {
                unpayable(field, it, checked.get(it.id()), excluded.get(it.id()), toCome)
                        .forEach(problems::add);
            }
        }
        refuse(problems);
    }

    /** Where the day alone is in the way nobody is asked to decide over conditions: it bars whatever is decided. */
    private static Stream<FieldProblem> unpayable(
            String field,
            Redemption it,
            @Nullable PaymentCheckView checked,
            @Nullable ExcludedBy excluded,
            DaysToCome.ToCome toCome) {
        return Stream.concat(
                toCome.bars(field, it).or(() -> undecided(field, it, checked)).stream(),
                excluded(field, it, excluded).stream());
    }

    /** Who was found by the conditions alone and does not meet them any more is not paid before somebody decided so. */
    private static Optional<FieldProblem> undecided(String field, Redemption it, @Nullable PaymentCheckView checked) {
        if (it.kind() != RedemptionKind.EXEMPT) {
            return Optional.empty();
        }
        if (checked == null) {
            return Optional.of(new FieldProblem(field, "UNCHECKED", it.number() + " 尚未核对条件，请重试"));
        }
        return lapsed(field, it, checked, "请先决定仍予支付或终止");
    }

    /** What both hold money though one excludes the other was begun before that was said. What is not certain bars nobody here: it was decided over at the recognition, if it was known by then, and stands in the timeline. */
    private static Optional<FieldProblem> excluded(String field, Redemption it, @Nullable ExcludedBy other) {
        return other == null || !other.certain()
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        field,
                        "EXCLUDED",
                        it.enterpriseName() + "（" + it.number() + "）：" + other.words() + "。请先终止其中一笔"));
    }

    private static Optional<FieldProblem> lapsed(
            String field, Redemption it, PaymentCheckView checked, String whatToDo) {
        return checked.open()
                ? Optional.of(new FieldProblem(
                        field,
                        "LAPSED",
                        it.enterpriseName() + "（" + it.number() + "）不再符合：" + checked.against() + "。" + whatToDo))
                : Optional.empty();
    }

    private static void refuse(List<FieldProblem> problems) {
        refuse(PolicyProblem.NOT_PAYABLE.title(), problems);
    }

    private static void refuse(String what, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.NOT_PAYABLE, what + "：" + problems.getFirst().message(), problems, Map.of());
        }
    }

    /**
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, PREPARED_BY_YOURSELF; NOT_PAYABLE with each over which somebody has to decide first, or whose
     *     policy begins later;
     *     KEPT_BY_YOURSELF
     */
    BatchDetail approve(UUID id, int version, Set<UUID> institutions, CurrentUser officer) {
        PaymentBatch batch = lock(id, institutions).seenAs(version);
        BatchView before = BatchView.of(batch);
        // Locked, so that nothing is found of them between the look at what was found and the approval.
        mustBeDecided(moves.lock(applicationsOf(batch)), officer);
        batch.approve(officer.accountId(), officer.name(), now());
        batches.update(batch);
        recorded(PolicyAction.BATCH_APPROVED, before, batch);
        return detail(batch);
    }

    /** Its applications wait to be paid again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT once the treasury has it */
    BatchDetail cancel(UUID id, int version, String reason, Set<UUID> institutions, CurrentUser officer) {
        PaymentBatch batch = lock(id, institutions).seenAs(version);
        BatchView before = BatchView.of(batch);
        batch.cancel(reason);
        batches.update(batch);
        Instant now = now();
        Booker by = Booker.of(officer);
        moves.lock(applicationsOf(batch)).forEach(it -> {
            end(batch, it.id(), PaymentOutcome.CANCELLED, null, null);
            moves.stopPaying(it, batch.number(), by, now);
        });
        recorded(PolicyAction.BATCH_CANCELLED, before, batch);
        return detail(batch);
    }

    private void mustBeDecided(List<Redemption> payments, CurrentUser officer) {
        Map<UUID, PaymentCheckView> checked =
                checks.of(payments.stream().map(Redemption::id).toList());
        Map<UUID, ExcludedBy> excluded =
                exclusions.beforePayment(payments.stream().map(Redemption::id).toList());
        DaysToCome.ToCome toCome = daysToCome.of(payments);
        refuse(payments.stream()
                .flatMap(it ->
                        unpayable("payments." + it.number(), it, checked.get(it.id()), excluded.get(it.id()), toCome))
                .toList());
        if (checked.values().stream().anyMatch(it -> officer.accountId().equals(it.keptBy()))) {
            throw new ProblemException(PolicyProblem.KEPT_BY_YOURSELF);
        }
    }

    private List<UUID> applicationsOf(PaymentBatch batch) {
        return paymentsOf(batch).map(BatchItem.Row::applicationId).toList();
    }

    private Stream<BatchItem.Row> paymentsOf(PaymentBatch batch) {
        return batches.rows(batch.id()).stream().filter(row -> row.outcome() != PaymentOutcome.REMOVED);
    }

    /**
     * From now on the treasury has it: when its file is being written, and before the first line leaves.
     *
     * @param asked the record of the request by which the file is written
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT unless it is approved; NOT_PAYABLE with each that was found not to fit any more since it was, or whose
     *     policy begins later
     */
    void handOver(UUID id, int version, Set<UUID> institutions, CurrentUser officer, AuditTrail asked) {
        PaymentBatch batch = lock(id, institutions).seenAs(version);
        BatchView before = BatchView.of(batch);
        batch.handOver(officer.accountId(), officer.name(), now());
        mustBePayableStill(moves.lock(applicationsOf(batch)));
        batches.update(batch);
        asked.changed(PolicyAction.BATCH_HANDED_OVER, batch.id(), batch.number(), before, BatchView.of(batch));
    }

    /** Whoever approved them did not know of it, and nobody decides over what is in an approved batch; one that only waits for a day may wait as it is. */
    private void mustBePayableStill(List<Redemption> payments) {
        Map<UUID, PaymentCheckView> checked =
                checks.of(payments.stream().map(Redemption::id).toList());
        DaysToCome.ToCome toCome = daysToCome.of(payments);
        refuse(
                "有申请不能支付",
                payments.stream()
                        .flatMap(it -> {
                            String field = "payments." + it.number();
                            return toCome
                                    .bars(field, it)
                                    .or(() -> Optional.ofNullable(checked.get(it.id()))
                                            .flatMap(found -> lapsed(field, it, found, "请先作废该批次，再决定仍予支付或终止")))
                                    .stream();
                        })
                        .toList());
    }

    /** As they were handed over; before that nothing leaves. @throws ProblemException NOT_FOUND, STATE_CONFLICT unless the treasury has it */
    List<TreasuryLine> lines(UUID id, Set<UUID> institutions) {
        find(id, institutions).mustBeHandedOver();
        return batches.lines(id).stream().map(TreasuryLine.Row::line).toList();
    }

    /**
     * What the treasury answered, as a whole. The same answer again changes nothing.
     *
     * @throws ProblemException NOT_FOUND, RESULTS_FAULTY; STATE_CONFLICT unless the treasury has it, or where it said something else before
     */
    BatchDetail settle(UUID id, PaymentResults told, Set<UUID> institutions, CurrentUser officer) {
        PaymentBatch batch = lock(id, institutions);
        Map<String, BatchItem> payments = paymentsOf(batch)
                .map(row -> row.item(null))
                .collect(Collectors.toMap(BatchItem::number, Function.identity()));
        Map<String, PaymentResult> results = told.of(batch.number(), payments, taken(batch, told.references()));
        if (batch.isSettled()
                && results.values().stream()
                        .allMatch(it -> Objects.requireNonNull(payments.get(it.number()))
                                .is(it))) {
            return detail(batch);
        }
        BatchView before = BatchView.of(batch);
        Instant now = now();
        Booker by = Booker.of(officer);
        batch.settle(by, now);
        batches.update(batch);
        List<Redemption> applications = moves.lock(applicationsOf(batch));
        // In the order of their projects, in which everybody takes budgets of several.
        applications.stream()
                .sorted(Comparator.comparing(Redemption::projectId).thenComparing(Redemption::id))
                .forEach(it -> settle(batch, it, Objects.requireNonNull(results.get(it.number())), by, now));
        recorded(PolicyAction.BATCH_SETTLED, before, batch);
        return detail(batch);
    }

    private Set<String> taken(PaymentBatch batch, Set<String> references) {
        return references.isEmpty() ? Set.of() : batches.taken(batch.institutionId(), batch.id(), references);
    }

    private void settle(PaymentBatch batch, Redemption it, PaymentResult told, Booker by, Instant at) {
        end(batch, it.id(), told.outcome(), told.reference(), told.reason());
        if (told.reference() != null) {
            moves.paid(it, batch.id(), told.reference(), by, at);
        } else {
            moves.payFailed(it, Objects.requireNonNull(told.reason()), by, at);
        }
    }

    private void end(
            PaymentBatch batch,
            UUID application,
            PaymentOutcome outcome,
            @Nullable String reference,
            @Nullable String reason) {
        try {
            if (batches.end(batch.id(), application, outcome, reference, reason) != 1) {
                throw ProblemException.versionConflict();
            }
        } catch (DuplicateKeyException taken) {
            // Another batch was settled with it at the same moment.
            throw new ProblemException(PolicyProblem.RESULTS_FAULTY, "流水号 " + reference + " 已登记在另一批次的支付中");
        }
    }

    private PaymentBatch lock(UUID id, Set<UUID> institutions) {
        return batches.lock(id)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(Payments::notFound);
    }

    private String numberOf(Instant at) {
        return "ZF%s%06d"
                .formatted(BusinessTime.dayOf(at).format(DateTimeFormatter.BASIC_ISO_DATE), batches.nextNumber());
    }

    private void recorded(PolicyAction action, @Nullable BatchView before, PaymentBatch batch) {
        audit.changed(action, batch.id(), batch.number(), before, BatchView.of(batch));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该支付批次");
    }
}
