package cn.zhengqi.finance;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Loan products and loan applications. */
@SpringBootApplication
public class FinanceServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(FinanceServiceApplication.class, args);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/finance/products",
                "GET /api/finance/products/pinned",
                "GET /api/finance/products/{idOrCode}");
    }

    @Bean
    JsonbType productCriteriaColumn() {
        return new JsonbType(ProductCriteria.class);
    }

    @Bean
    JsonbType productRuleColumn() {
        return new JsonbType(ProductRule.class);
    }
}
