package cn.zhengqi.finance;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.finance.coordination.CriteriaContent;
import cn.zhengqi.finance.coordination.Findings;
import cn.zhengqi.finance.entry.ProductContent;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.ProductOffer;
import cn.zhengqi.finance.product.PublishedTerms;
import cn.zhengqi.finance.rebuild.CopySource;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.facts.InternalFacts;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Loan products and loan applications. */
@SpringBootApplication
@EnableScheduling
@EnableFeignClients(
        clients = {
            InternalAccounts.class,
            InternalConsents.class,
            InternalDictionary.class,
            InternalEnterprises.class,
            InternalFacts.class,
            InternalInstitutions.class,
            InternalPrincipals.class,
            InternalStandings.class,
            InternalTrials.class,
            CopySource.User.class,
            CopySource.Matching.class,
            CopySource.Code.class
        })
public class FinanceServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(FinanceServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return FinancePermissions.DECLARED;
    }

    @Bean
    DeclaredFields declaredFields() {
        return FinanceFields.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing(RetentionTerms terms) {
        return FinanceProcessing.declared(terms);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/finance/products",
                "GET /api/finance/products/pinned",
                "GET /api/finance/products/{idOrCode}",
                "GET /api/finance/products/{idOrCode}/editions/{edition}",
                "GET /api/finance/articles",
                "GET /api/finance/articles/{id}",
                "GET /api/finance/covers/{id}",
                "GET /api/finance/activities",
                "GET /api/finance/activities/{id}",
                "GET /api/finance/activities/{id}/calendar");
    }

    @Bean
    JsonbType productCriteriaColumn() {
        return new JsonbType(ProductCriteria.class);
    }

    @Bean
    JsonbType productOfferColumn() {
        return new JsonbType(ProductOffer.class);
    }

    @Bean
    JsonbType editionColumn() {
        return new JsonbType(PublishedTerms.class);
    }

    @Bean
    JsonbType productContentColumn() {
        return new JsonbType(ProductContent.class);
    }

    @Bean
    JsonbType coordinationCriteriaColumn() {
        return new JsonbType(CriteriaContent.class);
    }

    @Bean
    JsonbType coordinationFindingsColumn() {
        return new JsonbType(Findings.class);
    }

    @Bean
    JsonbType productRuleColumn() {
        return new JsonbType(ProductRule.class);
    }
}
