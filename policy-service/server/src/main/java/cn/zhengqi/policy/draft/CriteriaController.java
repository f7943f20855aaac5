package cn.zhengqi.policy.draft;

import cn.zhengqi.matching.api.criteria.ComparableFact;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.draft.GoldenCases.GoldenCase;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editor of conditions needs, of policies as of tags and projects: the facts that can be compared, and what a tree says. */
@RestController
@RequestMapping("/api/policy/manage")
@Permission({
    PolicyPermissions.MANAGE,
    PolicyPermissions.REVIEW,
    PolicyPermissions.MANAGE_TAGS,
    PolicyPermissions.MANAGE_PROJECTS,
    PolicyPermissions.MANAGE_REDEMPTION
})
class CriteriaController {

    private final PublishedCriteria criteria;

    private final DemoProfiles demo;

    CriteriaController(PublishedCriteria criteria, DemoProfiles demo) {
        this.criteria = criteria;
        this.demo = demo;
    }

    /** Invented enterprises to take a case from; none where there is no demo data. */
    @GetMapping("/demo-profiles")
    List<DemoProfiles.DemoProfile> demoProfiles(
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q) {
        return demo.find(q);
    }

    @GetMapping("/facts")
    List<ComparableFact> facts() {
        return ComparableFact.all();
    }

    /** Reads only: the faults of a tree, or the tree in words with what differs from its quotes. */
    @PostMapping("/criteria/preview")
    @LargeBody(kilobytes = DraftSize.MOST_KILOBYTES)
    PublishedCriteria.Previewed preview(@Valid @RequestBody Preview request) {
        DraftSize.require("criteria", request.criteria(), request.cases());
        return criteria.previewed(request.criteria(), new GoldenCases(request.cases()).profiles());
    }

    /** @param cases how they come out is told as well */
    record Preview(
            @NotNull(message = "缺少条件") Map<String, Object> criteria,

            @Size(max = 50, message = "不超过 50 个案例") List<@Valid GoldenCase> cases) {}
}
