package cn.zhengqi.policy.catalogue;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 我的收藏, policies (PORTAL-13). */
@RestController
@RequestMapping("/api/policy/my/favourites")
@Permission(PolicyPermissions.FAVOURITES)
class FavouritePolicyController {

    private final FavouritePolicies favourites;
    private final Exports exports;

    FavouritePolicyController(FavouritePolicies favourites, Exports exports) {
        this.favourites = favourites;
        this.exports = exports;
    }

    @GetMapping
    Page<FavouritePolicy> list(@Valid Wanted wanted, PageRequest page, CurrentUser user) {
        return favourites.list(favourites.query(user.requireEnterprise(), wanted.q(), wanted.sort()), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid Wanted wanted, CurrentUser user) {
        FavouriteQuery query = favourites.query(user.requireEnterprise(), wanted.q(), wanted.sort());
        return exports.file(
                PolicyAction.FAVOURITES_EXPORTED,
                FavouriteSheet.SHEET,
                wanted,
                user,
                favourites.count(query),
                receiver -> favourites.each(query, receiver));
    }

    @GetMapping("/{policyId}")
    Held held(@PathVariable UUID policyId, CurrentUser user) {
        return new Held(favourites.holds(user.requireEnterprise(), policyId));
    }

    @PutMapping("/{policyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable UUID policyId, CurrentUser user) {
        favourites.add(user.requireEnterprise(), policyId);
    }

    @DeleteMapping("/{policyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID policyId, CurrentUser user) {
        favourites.remove(user.requireEnterprise(), policyId);
    }

    /** @param q words of the policy, its number or who issued it */
    record Wanted(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable String sort) {}

    record Held(boolean favourite) {}
}
