package cn.zhengqi.matching.sandbox;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 政策沙盘, for those who write policies and read the register: within the towns that they reach. */
@RestController
@RequestMapping("/api/match/sandbox")
@Permission({MatchingPermissions.MANAGE_POLICIES, MatchingPermissions.REVIEW_POLICIES})
class SandboxController {

    private final Sandbox sandbox;

    SandboxController(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Computes; of conditions that rest on what is for the enterprises alone it is kept that they were asked. */
    @PostMapping
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES)
    SandboxSummary summary(@Valid @RequestBody SandboxDraft draft, CurrentUser user) {
        return sandbox.summary(
                new Sandbox.Tried(draft.code(), draft.criteria(), draft.benefit()),
                scopeOf(user),
                user.accountId(),
                user.has(MatchingPermissions.REVERSE_POLICY));
    }

    /** Who is behind one of the figures. */
    @PostMapping("/enterprises")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES)
    Page<SandboxEnterprise> enterprises(@Valid @RequestBody SandboxFigure wanted, CurrentUser user) {
        return sandbox.list(
                new Sandbox.Tried(wanted.code(), wanted.criteria(), null),
                new Sandbox.Narrowed(
                        wanted.change(),
                        wanted.before(),
                        wanted.after(),
                        wanted.town(),
                        wanted.industry(),
                        wanted.size()),
                scopeOf(user),
                PageRequest.of(wanted.page(), wanted.pageSize()));
    }

    private static DataScope scopeOf(CurrentUser user) {
        user.require(MatchingPermissions.READ_ENTERPRISES);
        return DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId());
    }

    /**
     * @param code of the policy whose edition in force is compared with
     * @param benefit as the draft states it; absent: as in the edition in force
     */
    record SandboxDraft(
            @NotBlank(message = "缺少政策编号") @Size(max = 20, message = "编号不超过 20 字")
            String code,

            @NotNull(message = "请先填写申报条件") Map<String, Object> criteria,

            @Nullable @Size(max = 5_000, message = "优惠内容不超过 5000 字")
            String benefit) {}

    /**
     * @param change absent: whether or not anything changes
     * @param before how they come out by the edition in force; absent: in whatever way
     * @param after how they come out by the draft; absent: in whatever way
     * @param town industry and size: the values of the figure that is opened
     */
    record SandboxFigure(
            @NotBlank(message = "缺少政策编号") @Size(max = 20, message = "编号不超过 20 字")
            String code,

            @NotNull(message = "请先填写申报条件") Map<String, Object> criteria,
            @Nullable SandboxChange change,
            @Nullable Truth before,
            @Nullable Truth after,
            @Nullable String town,
            @Nullable String industry,
            @Nullable String size,
            @Nullable Integer page,
            @Nullable Integer pageSize) {}
}
