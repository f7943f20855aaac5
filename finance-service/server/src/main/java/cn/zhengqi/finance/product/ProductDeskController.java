package cn.zhengqi.finance.product;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
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

/** Loan products in the console: a bank keeps its own, the finance office all. */
@RestController
@RequestMapping("/api/finance/manage/products")
@Permission({FinancePermissions.OWN_PRODUCTS, FinancePermissions.REVIEW_PRODUCTS})
class ProductDeskController {

    private final LoanProducts products;
    private final ProductDesk desk;

    ProductDeskController(LoanProducts products, ProductDesk desk) {
        this.products = products;
        this.desk = desk;
    }

    @GetMapping
    Page<ManagedProduct> list(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable ProductStatus status,
            @RequestParam(required = false) @Nullable UUID bankId,
            PageRequest page,
            CurrentUser user) {
        UUID own = scopeOf(user).institutionId();
        return products.managed(q, status, own == null ? bankId : own, page);
    }

    @PostMapping("/{id}/pin")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_PRODUCTS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(@PathVariable UUID id, @Valid @RequestBody SeenProduct seen) {
        desk.pin(id, seen.version());
    }

    @PostMapping("/{id}/unpin")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_PRODUCTS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(@PathVariable UUID id, @Valid @RequestBody SeenProduct seen) {
        desk.unpin(id, seen.version());
    }

    @PostMapping("/{id}/suspend")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(@PathVariable UUID id, @Valid @RequestBody SeenProduct seen, CurrentUser user) {
        desk.suspend(id, seen.version(), scopeOf(user));
    }

    @PostMapping("/{id}/resume")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable UUID id, @Valid @RequestBody SeenProduct seen, CurrentUser user) {
        desk.resume(id, seen.version(), scopeOf(user));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return user.has(FinancePermissions.REVIEW_PRODUCTS)
                ? DataScope.all()
                : DataScope.ofInstitution(user.requireInstitution());
    }

    /** @param version of the row that the decision was made by */
    record SeenProduct(@NotNull(message = "缺少版本号") Integer version) {}
}
