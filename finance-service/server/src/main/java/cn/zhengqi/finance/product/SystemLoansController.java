package cn.zhengqi.finance.product;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loan products on sale for other systems: the same as everybody reads. */
@RestController
@RequestMapping("/openapi/v1/loans")
@Permission(FinancePermissions.READ_BY_SYSTEM)
class SystemLoansController {

    private final LoanProducts products;

    SystemLoansController(LoanProducts products) {
        this.products = products;
    }

    @GetMapping
    LoanProductPage list(
            @Valid ProductFilter filter, @RequestParam(required = false) @Nullable String sort, PageRequest page) {
        return products.search(filter, sort, page);
    }

    @GetMapping("/{idOrCode}")
    LoanProductDetail detail(@PathVariable String idOrCode) {
        return products.detail(idOrCode);
    }
}
