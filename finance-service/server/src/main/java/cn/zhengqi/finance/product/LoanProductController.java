package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.PageRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loan products, open to everyone. */
@RestController
@RequestMapping("/api/finance/products")
class LoanProductController {

    private final LoanProducts products;

    LoanProductController(LoanProducts products) {
        this.products = products;
    }

    @GetMapping
    LoanProductPage list(
            @Valid ProductFilter filter, @RequestParam(required = false) @Nullable String sort, PageRequest page) {
        return products.search(filter, sort, page);
    }

    @GetMapping("/pinned")
    List<LoanProductView> pinned() {
        return products.pinned();
    }

    @GetMapping("/{idOrCode}")
    LoanProductDetail detail(@PathVariable String idOrCode) {
        return products.detail(idOrCode);
    }

    @GetMapping("/{idOrCode}/editions/{edition}")
    LoanProductDetail edition(@PathVariable String idOrCode, @PathVariable int edition) {
        return products.edition(idOrCode, edition);
    }
}
