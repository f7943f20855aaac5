package cn.zhengqi.policy.funnel;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Who is counted in a figure of the funnel (POLICY-07): one row for each that it counts, in the scope in which it is counted. For who handles declarations and
 * redemption, because each of them may be in it.
 */
@RestController
@RequestMapping("/api/policy/manage/steps")
@Permission({PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.HANDLE_REDEMPTION})
class StepController {

    private final StepList steps;
    private final Exports exports;

    StepController(StepList steps, Exports exports) {
        this.steps = steps;
        this.exports = exports;
    }

    @GetMapping
    Page<EnterpriseAtStep> list(
            @Valid StepFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        mustHandleBoth(user);
        return steps.page(filter, sort, page, user);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid StepFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        mustHandleBoth(user);
        return exports.file(
                PolicyAction.STEPS_EXPORTED,
                StepSheet.SHEET,
                filter,
                user,
                steps.count(filter, user),
                receiver -> steps.each(filter, sort, user, receiver));
    }

    /** Of a figure of both kinds nobody lists a part. */
    private static void mustHandleBoth(CurrentUser user) {
        user.require(PolicyPermissions.HANDLE_DECLARATIONS);
        user.require(PolicyPermissions.HANDLE_REDEMPTION);
    }
}
