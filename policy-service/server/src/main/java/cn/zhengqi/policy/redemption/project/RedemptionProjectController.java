package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For what is paid, as everybody reads it. */
@RestController
@RequestMapping("/api/policy/redemption/projects")
class RedemptionProjectController {

    private final RedemptionProjects projects;

    RedemptionProjectController(RedemptionProjects projects) {
        this.projects = projects;
    }

    @GetMapping
    Page<RedemptionProjectView> list(
            @RequestParam(required = false) @Nullable UUID policyId,
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
            PageRequest page) {
        return projects.shown(policyId, q, page);
    }

    @GetMapping("/{id}")
    RedemptionProjectDetail detail(@PathVariable UUID id) {
        return projects.shown(id);
    }

    /** What would be paid for a figure, in yuan and in words, before anybody applies. */
    @GetMapping("/{id}/amount")
    AmountRule.RedemptionAmount amount(
            @PathVariable UUID id,
            @RequestParam(required = false)
                    @Nullable
                    @PositiveOrZero(message = "不能小于 0")
                    @Digits(integer = 12, fraction = 2, message = "最多两位小数")
                    BigDecimal basis) {
        return projects.amount(id, basis);
    }
}
