package cn.zhengqi.finance.product;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Loan products in the console: a bank keeps its own, the finance office all. */
@RestController
@RequestMapping("/api/finance/manage/products")
@Permission({FinancePermissions.OWN_PRODUCTS, FinancePermissions.REVIEW_PRODUCTS})
class ProductDeskController {

    private final LoanProducts products;
    private final ProductDesk desk;
    private final Exports exports;

    ProductDeskController(LoanProducts products, ProductDesk desk, Exports exports) {
        this.products = products;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<ManagedProduct> list(@Valid ManagedFilter filter, PageRequest page, CurrentUser user) {
        return products.managed(query(filter, user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ManagedFilter filter, CurrentUser user) {
        ProductQuery query = query(filter, user);
        return exports.file(
                FinanceAction.PRODUCTS_EXPORTED,
                ProductSheet.SHEET,
                filter,
                user,
                products.count(query),
                receiver -> products.each(query, receiver));
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
    void suspend(@PathVariable UUID id, @Valid @RequestBody SuspendProduct wish, CurrentUser user) {
        desk.suspend(id, wish.version(), wish.reason(), by(user), user.name(), scopeOf(user));
    }

    @PostMapping("/{id}/resume")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable UUID id, @Valid @RequestBody SeenProduct seen, CurrentUser user) {
        desk.resume(id, seen.version(), by(user), user.name(), scopeOf(user));
    }

    private static ProductQuery query(ManagedFilter filter, CurrentUser user) {
        return ProductQuery.managed(
                filter, user.has(FinancePermissions.REVIEW_PRODUCTS) ? filter.bankId() : user.requireInstitution());
    }

    private static Suspender by(CurrentUser user) {
        return user.has(FinancePermissions.REVIEW_PRODUCTS) ? Suspender.FINANCE_OFFICE : Suspender.BANK;
    }

    private static DataScope scopeOf(CurrentUser user) {
        return user.has(FinancePermissions.REVIEW_PRODUCTS)
                ? DataScope.all()
                : DataScope.ofInstitution(user.requireInstitution());
    }

    /** @param version of the row that the decision was made by */
    record SeenProduct(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason shown to its bank and to the finance office */
    record SuspendProduct(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写暂停原因") @Explanation(of = "暂停原因")
            String reason) {}
}
