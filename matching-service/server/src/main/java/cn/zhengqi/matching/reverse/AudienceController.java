package cn.zhengqi.matching.reverse;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who would be meant by the conditions of a project while they are written: those of its policy hold besides. For who reads enterprises, as far as they reach;
 * without tax data, as in 政策沙盘 (ADR 0080).
 */
@RestController
@RequestMapping("/api/match/reverse/audience")
@Permission(MatchingPermissions.REVERSE_POLICY)
class AudienceController {

    private final ReverseMatches matches;

    AudienceController(ReverseMatches matches) {
        this.matches = matches;
    }

    /** Computes; of conditions that rest on what is for the enterprises alone it is kept that they were asked. */
    @PostMapping
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + 16)
    AudienceSummary summary(@Valid @RequestBody DraftedAudience audience, CurrentUser user) {
        return matches.reached(
                matches.audience(audience.policyId(), audience.criteria()),
                SoughtAudience.ANY,
                asker(user),
                user.accountId());
    }

    /** Best first; not by conditions that rest on what is for the enterprises alone. */
    @PostMapping("/enterprises")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + 16)
    Page<ReverseRow> enterprises(@Valid @RequestBody SoughtAudience wanted, CurrentUser user) {
        return matches.list(
                matches.audience(wanted.policyId(), wanted.criteria()),
                wanted.filter(),
                asker(user),
                PageRequest.of(wanted.page(), wanted.pageSize()));
    }

    /** Whoever tries limits learns by them what enterprises have: that is for who may read it anyway, and what is for the enterprises alone is only counted. */
    private static ReverseMatches.Asker asker(CurrentUser user) {
        user.require(MatchingPermissions.READ_ENTERPRISES);
        return ReverseMatches.Asker.ofDraft(
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()), true);
    }

    /** @param policyId of the policy under which the project is */
    record DraftedAudience(
            @Nullable UUID policyId,
            @NotNull(message = "请先填写条件") Map<String, Object> criteria) {}

    /**
     * @param outcome absent: all that are listed
     * @param q part of the name, or the beginning of the USCC
     * @param townCode the town that they lie in
     * @param industry section letter of GB/T 4754, or the beginning of a code
     */
    record SoughtAudience(
            @Nullable UUID policyId,
            @NotNull(message = "请先填写条件") Map<String, Object> criteria,
            @Nullable ReverseOutcome outcome,

            @Nullable @Size(max = 100, message = "企业名称不超过 100 字")
            String q,

            @Nullable @Size(max = 20, message = "镇街代码不超过 20 字")
            String townCode,

            @Nullable @Size(max = 10, message = "行业代码不超过 10 字")
            String industry,

            @Nullable Integer page,
            @Nullable Integer pageSize) {

        static final ReverseFilter ANY = new ReverseFilter(null, null, null, null, null, null);

        ReverseFilter filter() {
            return new ReverseFilter(null, q, townCode, industry, outcome, null);
        }
    }
}
