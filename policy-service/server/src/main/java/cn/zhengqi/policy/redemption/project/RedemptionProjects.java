package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.PolicyProjectOpened;
import cn.zhengqi.policy.catalogue.PolicyGround;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.ProjectStatus;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.Budget;
import cn.zhengqi.policy.redemption.ledger.Ledger;
import cn.zhengqi.policy.redemption.ledger.LedgerLine;
import cn.zhengqi.policy.redemption.project.RedemptionProject.Owner;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the projects under which is paid, each with its ledger. A department has its own; what was opened everybody reads. */
@Service
@Transactional
public class RedemptionProjects {

    private static final int PORTION = 200;

    /** As many as are offered at once: who does not find theirs types more of its name. */
    private static final int MOST_GROUPS = 50;

    private final RedemptionProjectMapper projects;
    private final Ledger ledger;
    private final ReviewTerm term;
    private final PolicyTitles policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    RedemptionProjects(
            RedemptionProjectMapper projects,
            Ledger ledger,
            ReviewTerm term,
            PolicyTitles policies,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.projects = projects;
        this.ledger = ledger;
        this.term = term;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Page<RedemptionProjectView> managed(RedemptionProjectQuery query, PageRequest page) {
        return Page.of(views(projects.managed(query, page)), projects.countManaged(query), page);
    }

    long count(RedemptionProjectQuery query) {
        return projects.countManaged(query);
    }

    /** Of a file: some at a time, so that the budgets of each portion are asked at once. */
    @Transactional(readOnly = true)
    void each(RedemptionProjectQuery query, Consumer<RedemptionProjectView> row) {
        List<RedemptionProject> portion = new ArrayList<>(PORTION);
        projects.eachManaged(query, it -> {
            portion.add(it.getResultObject());
            if (portion.size() == PORTION) {
                views(portion).forEach(row);
                portion.clear();
            }
        });
        views(portion).forEach(row);
    }

    Page<RedemptionProjectView> shown(@Nullable UUID policyId, @Nullable String q, PageRequest page) {
        String pattern = LikePattern.containing(q);
        return Page.of(
                views(projects.shown(policyId, pattern, BusinessTime.today(clock), page)),
                projects.countShown(policyId, pattern, BusinessTime.today(clock)),
                page);
    }

    /** What everybody may read. @throws ProblemException NOT_FOUND for one that was not opened yet */
    RedemptionProjectDetail shown(UUID id) {
        return detail(opened(id));
    }

    /**
     * What would be paid for a figure.
     *
     * @throws ProblemException NOT_FOUND, AMOUNT_NOTHING, VALIDATION_FAILED where the rule goes by a figure and there is none
     */
    AmountRule.RedemptionAmount amount(UUID id, @Nullable BigDecimal figure) {
        AmountRule rule = opened(id).rule();
        requireFigure(rule, figure, "basis");
        return rule.of(figure);
    }

    /** @throws ProblemException VALIDATION_FAILED */
    public static void requireFigure(AmountRule rule, @Nullable BigDecimal figure, String field) {
        if (rule.basis() != null && figure == null) {
            throw ProblemException.validation(field, "REQUIRED", "请填写“" + rule.basis() + "”");
        }
    }

    /** @throws ProblemException NOT_FOUND for one that was not opened yet */
    public RedemptionProject opened(UUID id) {
        RedemptionProject project = find(id);
        if (project.status() == ProjectStatus.DRAFT) {
            throw notFound();
        }
        return project;
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    RedemptionProjectDetail managed(UUID id, Set<UUID> institutions) {
        return detail(own(id, institutions));
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    @Nullable
    Audience audience(UUID id, Set<UUID> institutions) {
        return own(id, institutions).audience();
    }

    private RedemptionProjectDetail detail(RedemptionProject project) {
        return new RedemptionProjectDetail(
                view(project), policies.beginsOn(project.policyId(), BusinessTime.today(clock)), project.criteria());
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    Page<LedgerLine> entries(UUID id, Set<UUID> institutions, PageRequest page) {
        return ledger.entries(own(id, institutions).id(), page);
    }

    /** @throws ProblemException POLICY_NOT_PUBLISHED, VALIDATION_FAILED */
    private RedemptionProjectView create(
            UUID policyId,
            RedemptionContent content,
            @Nullable Audience audience,
            Owner owner,
            boolean demo,
            Instant at) {
        check(content);
        String policy = published(policyId);
        policies.mustHold(policyId, BusinessTime.dayOf(at), "不能新建兑付项目");
        RedemptionProject project = RedemptionProject.draft(policyId, policy, content, audience, owner, demo, at);
        projects.insert(project);
        recorded(PolicyAction.REDEMPTION_PROJECT_CREATED, null, project);
        return view(project);
    }

    /** @param audience the conditions of the content with their words */
    RedemptionProjectView create(UUID policyId, RedemptionContent content, @Nullable Audience audience, Owner owner) {
        return create(policyId, content, audience, owner, false, now());
    }

    /** For what comes with a demo. */
    public RedemptionProject enterOpen(UUID policyId, RedemptionContent content, Owner owner, String by, Instant at) {
        RedemptionProject project =
                find(create(policyId, content, null, owner, true, at).id());
        open(project, new Booker(owner.accountId(), by), at);
        return find(project.id());
    }

    /**
     * @param audience the conditions of the content with their words
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, VALIDATION_FAILED; STATE_CONFLICT once it was opened
     */
    RedemptionProjectView change(
            UUID id, int seenVersion, RedemptionContent content, @Nullable Audience audience, Set<UUID> institutions) {
        check(content);
        return changed(
                PolicyAction.REDEMPTION_PROJECT_CHANGED,
                id,
                seenVersion,
                institutions,
                (it, at) -> it.change(content, audience, at));
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, VALIDATION_FAILED; STATE_CONFLICT unless it is open */
    RedemptionProjectView closeOn(UUID id, int seenVersion, LocalDate day, Set<UUID> institutions) {
        return changed(
                PolicyAction.REDEMPTION_PROJECT_CHANGED,
                id,
                seenVersion,
                institutions,
                (it, at) -> it.closeOn(day, at));
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionProjectView close(UUID id, int seenVersion, Set<UUID> institutions) {
        return changed(PolicyAction.REDEMPTION_PROJECT_CLOSED, id, seenVersion, institutions, RedemptionProject::close);
    }

    private interface Change {
        void of(RedemptionProject project, Instant at);
    }

    private RedemptionProjectView changed(
            PolicyAction action, UUID id, int seenVersion, Set<UUID> institutions, Change change) {
        RedemptionProject project = own(id, institutions).seenAs(seenVersion);
        RedemptionProjectView seen = view(project);
        change.of(project, now());
        projects.update(project);
        recorded(action, seen, project);
        return view(project);
    }

    /**
     * With the first opening its budget is allocated.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, POLICY_NOT_PUBLISHED, POLICY_OVER, VALIDATION_FAILED when its window is over
     */
    RedemptionProjectView open(UUID id, int seenVersion, Set<UUID> institutions, Booker by) {
        return open(own(id, institutions).seenAs(seenVersion), by, now());
    }

    private RedemptionProjectView open(RedemptionProject project, Booker by, Instant at) {
        policies.mustHold(project.policyId(), BusinessTime.dayOf(at), "不能开放兑付");
        RedemptionProjectView seen = view(project);
        boolean first = project.status() == ProjectStatus.DRAFT;
        project.open(at);
        projects.update(project);
        if (first) {
            ledger.allocate(project.id(), project.budget(), by, null, at);
        }
        outbox.publish(
                new PolicyProjectOpened(
                        project.id(), project.policyId(), project.institutionId(), project.institutionName(), at),
                project.version(),
                at);
        recorded(PolicyAction.REDEMPTION_PROJECT_OPENED, seen, project);
        return view(project);
    }

    /** It gets a new version, so that who decided by the older figure looks again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT unless it is open */
    RedemptionProjectView allocate(
            UUID id, int seenVersion, BigDecimal amount, String note, Set<UUID> institutions, Booker by) {
        return changed(PolicyAction.REDEMPTION_BUDGET_RAISED, id, seenVersion, institutions, (it, at) -> {
            it.mustTakeMoney(true);
            ledger.allocate(id, amount, by, note.strip(), at);
        });
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, BUDGET_EXHAUSTED; STATE_CONFLICT before it was opened */
    RedemptionProjectView giveBack(
            UUID id, int seenVersion, BigDecimal amount, String note, Set<UUID> institutions, Booker by) {
        return changed(PolicyAction.REDEMPTION_BUDGET_RETURNED, id, seenVersion, institutions, (it, at) -> {
            it.mustTakeMoney(false);
            ledger.giveBack(id, amount, by, note.strip(), at);
        });
    }

    private String published(UUID policyId) {
        return policies.published(policyId)
                .orElseThrow(
                        () -> new ProblemException(PolicyProblem.POLICY_NOT_PUBLISHED, "兑付项目只能建在已发布的政策下，该政策未发布或已撤下"));
    }

    /** Those of others as far as everybody reads them, and those of drafts of these institutions. @param q part of a name, as people write it */
    List<ExclusiveGroup> groups(@Nullable String q, Set<UUID> institutions) {
        return projects.groups(LikePattern.containing(ExclusiveGroup.named(q)), institutions, MOST_GROUPS);
    }

    private static void check(RedemptionContent content) {
        List<FieldProblem> problems = new ArrayList<>(content.rule().problems());
        if (content.opensOn().isAfter(content.closesOn())) {
            problems.add(new FieldProblem("closesOn", "RANGE", "截止日期不能早于开始日期"));
        }
        if (ExclusiveGroup.named(content.exclusiveGroup()) != null && content.exclusiveYear() == null) {
            problems.add(new FieldProblem("exclusiveYear", "REQUIRED", "请填写互斥的年度"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
    }

    private RedemptionProject find(UUID id) {
        return projects.find(id).orElseThrow(RedemptionProjects::notFound);
    }

    private RedemptionProject own(UUID id, Set<UUID> institutions) {
        return projects.find(id)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(RedemptionProjects::notFound);
    }

    private RedemptionProjectView view(RedemptionProject project) {
        LocalDate today = BusinessTime.today(clock);
        return RedemptionProjectView.of(
                project,
                ledger.of(project.id()),
                term.at(clock.instant()),
                policies.ground(project.policyId(), today),
                today);
    }

    private List<RedemptionProjectView> views(List<RedemptionProject> found) {
        LocalDate today = BusinessTime.today(clock);
        PromisedReview review = term.at(clock.instant());
        Map<UUID, Budget> budgets =
                ledger.of(found.stream().map(RedemptionProject::id).toList());
        Map<UUID, PolicyGround> grounds =
                policies.grounds(found.stream().map(RedemptionProject::policyId).collect(Collectors.toSet()), today);
        return found.stream()
                .map(it -> RedemptionProjectView.of(
                        it,
                        Objects.requireNonNull(budgets.get(it.id())),
                        review,
                        Objects.requireNonNull(grounds.get(it.policyId())),
                        today))
                .toList();
    }

    private void recorded(PolicyAction action, @Nullable RedemptionProjectView before, RedemptionProject project) {
        audit.changed(action, project.id(), project.title(), before, view(project));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该兑付项目");
    }
}
