package cn.zhengqi.finance.product;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
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

/** 我的收藏, loan products (PORTAL-13). */
@RestController
@RequestMapping("/api/finance/my/favourites")
@Permission(FinancePermissions.FAVOURITES)
class FavouriteProductController {

    private final FavouriteProducts favourites;
    private final Exports exports;

    FavouriteProductController(FavouriteProducts favourites, Exports exports) {
        this.favourites = favourites;
        this.exports = exports;
    }

    @GetMapping
    Page<FavouriteProduct> list(@Valid Wanted wanted, PageRequest page, CurrentUser user) {
        return favourites.list(wanted.of(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid Wanted wanted, CurrentUser user) {
        FavouriteQuery query = wanted.of(user);
        return exports.file(
                FinanceAction.FAVOURITES_EXPORTED,
                FavouriteSheet.SHEET,
                wanted,
                user,
                favourites.count(query),
                receiver -> favourites.each(query, receiver));
    }

    @GetMapping("/{productId}")
    Held held(@PathVariable UUID productId, CurrentUser user) {
        return new Held(favourites.holds(user.requireEnterprise(), productId));
    }

    @PutMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable UUID productId, CurrentUser user) {
        favourites.add(user.requireEnterprise(), productId);
    }

    @DeleteMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID productId, CurrentUser user) {
        favourites.remove(user.requireEnterprise(), productId);
    }

    /** @param q words of the product, its bank or its type */
    record Wanted(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable String sort) {

        private FavouriteQuery of(CurrentUser user) {
            return FavouriteQuery.of(user.requireEnterprise(), q, sort);
        }
    }

    record Held(boolean favourite) {}
}
