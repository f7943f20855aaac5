package cn.zhengqi.policy.draft;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A policy that was taken down goes back as an edition does: reviewed by another person, after its conditions and their cases were tried. */
@RestController
@RequestMapping("/api/policy/manage/policies")
@Permission(PolicyPermissions.REVIEW)
class TakenDownController {

    private final PolicyDesk desk;
    private final PolicyDrafts drafts;
    private final PublishedCriteria criteria;
    private final OneEffect once;

    TakenDownController(PolicyDesk desk, PolicyDrafts drafts, PublishedCriteria criteria, OneEffect once) {
        this.desk = desk;
        this.drafts = drafts;
        this.criteria = criteria;
        this.once = once;
    }

    @PostMapping("/{id}/publish")
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@PathVariable UUID id, @Valid @RequestBody Publish request, CurrentUser user) {
        PolicyDesk.Newest newest = desk.takenDown(id, request.version(), user);
        criteria.triedAgain(
                DraftedEdition.of(newest.content(), newest.supersededByCode(), newest.relations(), newest.rule()),
                drafts.casesOf(id));
        once.of(() -> {
            desk.publishAgain(id, request.version(), user);
            return id;
        });
    }

    /** @param version of the row that the decision was made by */
    record Publish(@NotNull(message = "缺少版本号") Integer version) {}
}
