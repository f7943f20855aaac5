package cn.zhengqi.matching.reverse;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** From a policy or product to enterprises, as far as the caller reaches into them (ADR 0033). */
@RestController
@RequestMapping("/api/match/reverse")
class ReverseController {

    private final ReverseMatches matches;
    private final Exports exports;

    ReverseController(ReverseMatches matches, Exports exports) {
        this.matches = matches;
        this.exports = exports;
    }

    @GetMapping("/policies/targets")
    @Permission(MatchingPermissions.REVERSE_POLICY)
    List<ReverseTarget> policies() {
        return matches.policies();
    }

    @GetMapping("/policies")
    @Permission(MatchingPermissions.REVERSE_POLICY)
    Page<ReverseRow> ofPolicy(@Valid ReverseFilter filter, PageRequest page, CurrentUser user) {
        String code = filter.code();
        return code == null ? Page.empty(page) : matches.list(matches.policy(code), filter, asker(user), page);
    }

    @GetMapping("/policies/summary")
    @Permission(MatchingPermissions.REVERSE_POLICY)
    ReverseSummary summaryOfPolicy(@Valid ReverseFilter filter, CurrentUser user) {
        String code = filter.code();
        return code == null ? matches.nothing() : matches.summary(matches.policy(code), filter, asker(user));
    }

    @GetMapping("/policies/export")
    @Permission(MatchingPermissions.REVERSE_POLICY)
    ResponseEntity<StreamingResponseBody> exportOfPolicy(@Valid ReverseFilter filter, CurrentUser user) {
        return export(matches.policy(chosen(filter)), filter, user);
    }

    @GetMapping("/products/targets")
    @Permission(MatchingPermissions.REVERSE_PRODUCT)
    List<ReverseTarget> products(CurrentUser user) {
        return matches.products(asker(user));
    }

    @GetMapping("/products")
    @Permission(MatchingPermissions.REVERSE_PRODUCT)
    Page<ReverseRow> ofProduct(@Valid ReverseFilter filter, PageRequest page, CurrentUser user) {
        ReverseMatches.Asker asker = asker(user);
        String code = filter.code();
        return code == null ? Page.empty(page) : matches.list(matches.product(code, asker), filter, asker, page);
    }

    @GetMapping("/products/summary")
    @Permission(MatchingPermissions.REVERSE_PRODUCT)
    ReverseSummary summaryOfProduct(@Valid ReverseFilter filter, CurrentUser user) {
        ReverseMatches.Asker asker = asker(user);
        String code = filter.code();
        return code == null ? matches.nothing() : matches.summary(matches.product(code, asker), filter, asker);
    }

    @GetMapping("/products/export")
    @Permission(MatchingPermissions.REVERSE_PRODUCT)
    ResponseEntity<StreamingResponseBody> exportOfProduct(@Valid ReverseFilter filter, CurrentUser user) {
        return export(matches.product(chosen(filter), asker(user)), filter, user);
    }

    private ResponseEntity<StreamingResponseBody> export(EligibilityRule rule, ReverseFilter filter, CurrentUser user) {
        ReverseMatches.Asker asker = asker(user);
        return exports.file(
                ReverseAction.REVERSE_MATCH_EXPORTED,
                ReverseSheet.of(rule),
                filter,
                user,
                matches.count(rule, filter, asker),
                receiver -> matches.each(rule, filter, asker, receiver));
    }

    private static String chosen(ReverseFilter filter) {
        if (filter.code() == null) {
            throw ProblemException.validation("code", "REQUIRED", "请先选择政策或产品");
        }
        return filter.code();
    }

    /** A bank asks for its own products, and learns no figure of an enterprise that has not come to it. */
    private static ReverseMatches.Asker asker(CurrentUser user) {
        return new ReverseMatches.Asker(
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()),
                user.userType() == UserType.BANK ? user.requireInstitution() : null,
                user.has(MatchingPermissions.READ_ENTERPRISES));
    }
}
