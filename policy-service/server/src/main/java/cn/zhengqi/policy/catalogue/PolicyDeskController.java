package cn.zhengqi.policy.catalogue;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The upkeep of the policy library in the console. */
@RestController
@RequestMapping("/api/policy/manage/policies")
@Permission(PolicyPermissions.MANAGE)
class PolicyDeskController {

    private final PolicyCatalogue catalogue;
    private final PolicyDesk desk;
    private final Exports exports;

    PolicyDeskController(PolicyCatalogue catalogue, PolicyDesk desk, Exports exports) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<ManagedPolicy> list(@Valid ManagedFilter filter, PageRequest page, CurrentUser user) {
        return catalogue.managed(catalogue.query(filter, user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ManagedFilter filter, CurrentUser user) {
        ManagedQuery query = catalogue.query(filter, user);
        return exports.file(
                PolicyAction.POLICIES_EXPORTED,
                PolicySheet.SHEET,
                filter,
                user,
                catalogue.countManaged(query),
                receiver -> catalogue.eachManaged(query, receiver));
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @Valid @RequestBody Withdraw request, CurrentUser user) {
        desk.withdraw(id, request.version(), request.reason(), user);
    }

    /**
     * @param version of the row that the decision was made by
     * @param reason shown to those who manage policies
     */
    record Withdraw(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写撤下的原因") @Explanation(of = "撤下的原因")
            String reason) {}
}
