package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.declaration.DeclarationFile;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.promise.PromiseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Redemptions {

    /** As many rows of a file have their promises looked up at once. */
    private static final int PORTION = 500;

    private final RedemptionMapper redemptions;
    private final RedemptionProjectMapper projects;
    private final DeclarationFiles files;
    private final RedemptionPromise promise;
    private final AuditTrail audit;

    Redemptions(
            RedemptionMapper redemptions,
            RedemptionProjectMapper projects,
            DeclarationFiles files,
            RedemptionPromise promise,
            AuditTrail audit) {
        this.redemptions = redemptions;
        this.projects = projects;
        this.files = files;
        this.promise = promise;
        this.audit = audit;
    }

    Page<RedemptionView> list(RedemptionQuery query, PageRequest page) {
        return Page.of(views(redemptions.list(query, page)), redemptions.count(query), page);
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
                views(portion).forEach(row);
                portion.clear();
            }
        });
        views(portion).forEach(row);
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope: that it exists is nobody else's business */
    RedemptionDetail detail(UUID id, DataScope scope) {
        return detail(find(id, scope));
    }

    /** Before anything else is asked or said. @throws ProblemException NOT_FOUND */
    void mustBeWithin(UUID id, DataScope scope) {
        find(id, scope);
    }

    /** As a department opens it: what an enterprise handed in is shown to nobody without a record. @throws ProblemException NOT_FOUND */
    RedemptionDetail opened(UUID id, DataScope scope) {
        Redemption it = find(id, scope);
        audit.changed(PolicyAction.REDEMPTION_VIEWED, it.id(), it.number() + " " + it.enterpriseName(), null, null);
        return detail(it);
    }

    RedemptionDetail detail(Redemption it) {
        return RedemptionDetail.of(
                views(List.of(it)).getFirst(),
                it,
                projects.find(it.projectId()).orElseThrow(Redemptions::notFound),
                files.of(it.enterpriseId(), it.files()).values(),
                redemptions.events(it.id()));
    }

    /** Whose file that is, where an application within the scope names it, or named it. @throws ProblemException NOT_FOUND */
    UUID ownerOf(UUID file, DataScope scope) {
        UUID owner =
                redemptions.naming(file, scope).map(Redemption::enterpriseId).orElseThrow(Redemptions::noFile);
        DeclarationFile named =
                files.of(owner, List.of(file)).values().stream().findFirst().orElseThrow(Redemptions::noFile);
        audit.changed(PolicyAction.REDEMPTION_FILE_VIEWED, file, named.name(), null, null);
        return owner;
    }

    static ProblemException noFile() {
        return ProblemException.notFound("文件不存在");
    }

    private Redemption find(UUID id, DataScope scope) {
        return redemptions.findWithin(id, scope).orElseThrow(Redemptions::notFound);
    }

    private List<RedemptionView> views(List<Redemption> found) {
        Map<UUID, PromiseView> promises =
                promise.of(found.stream().map(Redemption::id).toList());
        return found.stream()
                .map(it -> RedemptionView.of(it, promises.get(it.id())))
                .toList();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该兑现申请");
    }
}
