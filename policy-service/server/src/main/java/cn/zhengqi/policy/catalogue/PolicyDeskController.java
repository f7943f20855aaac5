package cn.zhengqi.policy.catalogue;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The upkeep of the policy library in the console. */
@RestController
@RequestMapping("/api/policy/manage/policies")
@Permission(PolicyPermissions.MANAGE)
class PolicyDeskController {

    private final PolicyCatalogue catalogue;
    private final PolicyDesk desk;

    PolicyDeskController(PolicyCatalogue catalogue, PolicyDesk desk) {
        this.catalogue = catalogue;
        this.desk = desk;
    }

    @GetMapping
    Page<ManagedPolicy> list(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable Publication publication,
            PageRequest page) {
        return catalogue.managed(q, publication, page);
    }

    @PostMapping("/{id}/publish")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@PathVariable UUID id, @Valid @RequestBody Publish request) {
        desk.publish(id, request.version());
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @Valid @RequestBody Withdraw request) {
        desk.withdraw(id, request.version(), request.reason());
    }

    /** @param version of the row that the decision was made by */
    record Publish(@NotNull(message = "缺少版本号") Integer version) {}

    /**
     * @param version of the row that the decision was made by
     * @param reason shown to those who manage policies
     */
    record Withdraw(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写撤下的原因") @Size(max = 500, message = "不超过 500 字")
            String reason) {}
}
