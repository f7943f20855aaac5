package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.project.ProjectStatus;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.Ledger;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.promise.WorkCalendars;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 免申即享: offers as a department makes them, brings them to mind and ends those that nobody confirmed in time. What the enterprise does with one is done at the desk. */
@Service
@Transactional
class RedemptionOffers {

    /** As many working days before its last day an offer is brought to mind. */
    private static final int REMIND_WORKING_DAYS = 3;

    private final RedemptionMapper redemptions;
    private final RedemptionProjectMapper projects;
    private final Beginnings beginnings;
    private final RedemptionMoves moves;
    private final Ledger ledger;
    private final WorkCalendars calendars;
    private final Clock clock;

    RedemptionOffers(
            RedemptionMapper redemptions,
            RedemptionProjectMapper projects,
            Beginnings beginnings,
            RedemptionMoves moves,
            Ledger ledger,
            WorkCalendars calendars,
            Clock clock) {
        this.redemptions = redemptions;
        this.projects = projects;
        this.beginnings = beginnings;
        this.moves = moves;
        this.ledger = ledger;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * All of them or none.
     *
     * @throws ProblemException NOT_FOUND, REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED, POLICY_NOT_BEGUN; BUDGET_EXHAUSTED, REDEMPTION_ALREADY_OPEN, REDEMPTION_EXCLUDED, AMOUNT_NOTHING with
     *     the enterprise's name
     */
    List<RedemptionView> offer(UUID projectId, List<Found> found, Booker officer) {
        Instant now = now();
        RedemptionProject project = beginnings.under(projectId, RedemptionKind.EXEMPT, now);
        // In the order of their ids, in which everybody who begins for several waits.
        List<Offered> begun = found.stream()
                .sorted(Comparator.comparing(one -> one.claimant().enterpriseId()))
                .map(one -> offered(project, one, now))
                .toList();
        moves.mustHaveRoom(project.id(), inTheOrderOf(found, begun));
        begun.forEach(one -> moves.begun(
                PolicyAction.REDEMPTION_OFFERED,
                one.it(),
                one.it().offered(project.closesOn(), one.caution(), officer, now),
                officer,
                now));
        return begun.stream().map(one -> RedemptionMoves.view(one.it())).toList();
    }

    /** Which of these have an application that lives, each once. @throws ProblemException NOT_FOUND also for one of another department */
    List<OfferController.OfferedAlready> offered(UUID projectId, Set<UUID> enterprises, Set<UUID> institutions) {
        RedemptionProject project = own(projectId, institutions);
        if (enterprises.isEmpty()) {
            return List.of();
        }
        return redemptions.livingOf(project.id(), enterprises).stream()
                .map(it -> new OfferController.OfferedAlready(it.enterpriseId(), it.id(), it.status()))
                .toList();
    }

    /**
     * What is paid by the project's rule for all of them, beside what of its budget is free.
     *
     * @param figures of each, where the rule goes by one
     * @throws ProblemException NOT_FOUND also for one of another department, VALIDATION_FAILED where a figure is missing
     */
    OfferController.OfferSum sum(UUID projectId, int enterprises, List<BigDecimal> figures, Set<UUID> institutions) {
        RedemptionProject project = own(projectId, institutions);
        AmountRule rule = project.rule();
        BigDecimal sum;
        if (rule.basis() == null) {
            sum = rule.of(null).yuan().multiply(BigDecimal.valueOf(enterprises));
        } else {
            if (figures.size() != enterprises) {
                RedemptionProjects.requireFigure(rule, null, "basis");
            }
            sum = figures.stream().map(it -> rule.of(it).yuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return new OfferController.OfferSum(sum, ledger.of(project.id()).free());
    }

    private RedemptionProject own(UUID projectId, Set<UUID> institutions) {
        return projects.find(projectId)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(() -> ProblemException.notFound("没有找到该兑付项目"));
    }

    private record Offered(Redemption it, @Nullable String caution) {}

    /** As whoever made the list reads it. */
    private static List<Redemption> inTheOrderOf(List<Found> found, List<Offered> begun) {
        Map<UUID, Redemption> of = begun.stream()
                .map(Offered::it)
                .collect(Collectors.toMap(Redemption::enterpriseId, Function.identity()));
        return found.stream()
                .map(one -> Objects.requireNonNull(of.get(one.claimant().enterpriseId())))
                .toList();
    }

    private Offered offered(RedemptionProject project, Found one, Instant at) {
        try {
            Redemption it =
                    Redemption.offer(beginnings.numberOf(at), project, one.claimant(), one.basis(), one.evidence(), at);
            return new Offered(it, beginnings.begin(it, project));
        } catch (ProblemException refused) {
            throw new ProblemException(refused.code(), one.claimant().name() + "：" + refused.detail());
        }
    }

    /** One whose project takes none any more ends. @return whether there was one */
    boolean endOne() {
        Instant now = now();
        return redemptions
                .offerThatIsOver(BusinessTime.dayOf(now))
                .map(it -> {
                    RedemptionView before = RedemptionMoves.view(it);
                    ProjectStatus project =
                            projects.find(it.projectId()).orElseThrow().status();
                    Moved over = it.endOffer(project == ProjectStatus.CLOSED ? "兑付项目已关闭" : "逾期未确认", now);
                    moves.store(PolicyAction.REDEMPTION_DECLINED, it, before, over, Booker.SYSTEM, now);
                    return it;
                })
                .isPresent();
    }

    /** One enterprise that has not confirmed its offer, whose last days have come, is told once more. @return whether there was one */
    boolean remindOne() {
        Instant now = now();
        LocalDate today = BusinessTime.dayOf(now);
        Optional<LocalDate> soon = calendars.now().plus(today, REMIND_WORKING_DAYS);
        return soon.flatMap(day -> redemptions.offerToRemind(today, day))
                .map(it -> {
                    LocalDate until =
                            projects.find(it.projectId()).orElseThrow().closesOn();
                    RedemptionFact ending = it.remind(until, now);
                    redemptions.update(it);
                    moves.told(it, ending, now);
                    return it;
                })
                .isPresent();
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
