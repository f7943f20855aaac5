package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.api.RedemptionViewed;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.declaration.DeclarationFile;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.standing.Stood;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Redemptions {

    /** As many rows of a file have their promises looked up at once. */
    private static final int PORTION = 500;

    private static final String APPLICATION = "兑付申请";

    private final RedemptionMapper redemptions;
    private final RedemptionProjectMapper projects;
    private final PolicyTitles policies;
    private final Exclusions exclusions;
    private final DeclarationFiles files;
    private final RedemptionPromise promise;
    private final PaymentChecks checks;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Redemptions(
            RedemptionMapper redemptions,
            RedemptionProjectMapper projects,
            PolicyTitles policies,
            Exclusions exclusions,
            DeclarationFiles files,
            RedemptionPromise promise,
            PaymentChecks checks,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.redemptions = redemptions;
        this.projects = projects;
        this.policies = policies;
        this.exclusions = exclusions;
        this.files = files;
        this.promise = promise;
        this.checks = checks;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Page<RedemptionView> list(RedemptionQuery query, PageRequest page) {
        return Page.of(views(redemptions.list(query, page), query.scope()), redemptions.count(query), page);
    }

    long count(RedemptionQuery query) {
        return redemptions.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(RedemptionQuery query, Consumer<RedemptionView> row) {
        List<Redemption> portion = new ArrayList<>(PORTION);
        redemptions.each(query, it -> {
            portion.add(it.getResultObject());
            if (portion.size() == PORTION) {
                views(portion, query.scope()).forEach(row);
                portion.clear();
            }
        });
        views(portion, query.scope()).forEach(row);
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope: that it exists is nobody else's business */
    RedemptionDetail detail(UUID id, DataScope scope) {
        return detail(find(id, scope), scope);
    }

    /** Before anything else is asked or said. @throws ProblemException NOT_FOUND */
    void mustBeWithin(UUID id, DataScope scope) {
        find(id, scope);
    }

    /** As a department opens it: what an enterprise handed in is shown to nobody without a record. @throws ProblemException NOT_FOUND */
    RedemptionDetail opened(UUID id, DataScope scope, CurrentUser reader) {
        Redemption it = find(id, scope);
        tell(it, APPLICATION, reader);
        audit.changed(PolicyAction.REDEMPTION_VIEWED, it.id(), it.number() + " " + it.enterpriseName(), null, null);
        return detail(it, scope);
    }

    /** What stands in the way of an application today, or makes it needless. */
    RedemptionEligibility eligibility(UUID enterprise, RedemptionProject project, Stood stood) {
        return new RedemptionEligibility(
                stood.policy(),
                stood.audience(),
                project.barring() && stood.fails(),
                exclusions.of(enterprise, project, clock.instant()),
                redemptions.living(project.id(), enterprise).map(Redemption::id).orElse(null));
    }

    RedemptionDetail detail(Redemption it, DataScope scope) {
        RedemptionProject project = projects.find(it.projectId()).orElseThrow(Redemptions::notFound);
        LocalDate today = BusinessTime.today(clock);
        return RedemptionDetail.of(
                views(List.of(it), scope).getFirst(),
                it,
                project,
                policies.ended(project.policyId(), today),
                policies.beginsOn(project.policyId(), today),
                ofDepartment(scope) ? checks.evidence(it.id()).orElse(null) : null,
                ofDepartment(scope) ? standingInTheWay(it) : null,
                ofDepartment(scope) && it.status() == RedemptionStatus.IN_NOTICE
                        ? redemptions.openObjections(it.id())
                        : null,
                redemptions.atTreasury(it.id()),
                files.of(it.enterpriseId(), it.files()).values(),
                redemptions.events(it.id()));
    }

    /** While its reviewer decides, what they have to know before they do. */
    private @Nullable ExcludedBy standingInTheWay(Redemption it) {
        return it.status() == RedemptionStatus.SUBMITTED ? exclusions.beforeRecognition(it.id()) : null;
    }

    /** Whose file that is, where an application within the scope names it, or named it. @throws ProblemException NOT_FOUND */
    UUID ownerOf(UUID file, DataScope scope, CurrentUser reader) {
        Redemption it = redemptions.naming(file, scope).orElseThrow(Redemptions::noFile);
        UUID owner = it.enterpriseId();
        DeclarationFile named =
                files.of(owner, List.of(file)).values().stream().findFirst().orElseThrow(Redemptions::noFile);
        audit.changed(PolicyAction.REDEMPTION_FILE_VIEWED, file, named.name(), null, null);
        tell(it, named.name(), reader);
        return owner;
    }

    /** The enterprise reads who looked (数据查看记录). */
    private void tell(Redemption it, String document, CurrentUser reader) {
        RedemptionViewed viewed = new RedemptionViewed(
                Ids.next(),
                it.id(),
                it.number(),
                it.enterpriseId(),
                reader.accountId(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                document,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        outbox.publish(viewed, 0, viewed.at());
    }

    static ProblemException noFile() {
        return ProblemException.notFound("文件不存在");
    }

    private Redemption find(UUID id, DataScope scope) {
        return redemptions.findWithin(id, scope).orElseThrow(Redemptions::notFound);
    }

    private List<RedemptionView> views(List<Redemption> found, DataScope scope) {
        List<UUID> ids = found.stream().map(Redemption::id).toList();
        Map<UUID, PromiseView> promises = promise.of(ids);
        Map<UUID, PaymentCheckView> checked = ofDepartment(scope) ? checks.of(ids) : Map.of();
        return found.stream()
                .map(it -> RedemptionView.of(it, promises.get(it.id()), checked.get(it.id())))
                .toList();
    }

    /** What a department finds before it pays, and decides over, is its own. */
    private static boolean ofDepartment(DataScope scope) {
        return scope.enterpriseId() == null;
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该兑付申请");
    }
}
