package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published policies for other systems: the same as everybody reads. */
@RestController
@RequestMapping("/openapi/v1/policies")
@Permission(PolicyPermissions.READ_BY_SYSTEM)
class SystemPoliciesController {

    private final PolicyCatalogue catalogue;

    SystemPoliciesController(PolicyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    PolicyPage list(
            @Valid PolicyFilter filter, @RequestParam(required = false) @Nullable String sort, PageRequest page) {
        return catalogue.search(filter, sort, page);
    }

    @GetMapping("/{idOrCode}")
    PolicyDetail detail(@PathVariable String idOrCode) {
        return catalogue.detail(idOrCode);
    }
}
