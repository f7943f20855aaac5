package cn.zhengqi.policy;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.InternalFacts;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.draft.DraftContent;
import cn.zhengqi.policy.draft.DraftReading;
import cn.zhengqi.policy.draft.GoldenCases;
import cn.zhengqi.policy.draft.Unrecorded;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The policy library. */
@SpringBootApplication
@EnableScheduling
@EnableFeignClients(
        clients = {
            InternalEnterprises.class,
            InternalFacts.class,
            InternalInstitutions.class,
            InternalPrincipals.class,
            InternalStandings.class,
            InternalTrials.class
        })
public class PolicyServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(PolicyServiceApplication.class, args);
    }

    @Bean
    PlatformLogs platformLogs(EventLog own, ApplicationContext context) {
        return new PlatformLogs(own, context);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return PolicyPermissions.DECLARED;
    }

    @Bean
    DeclaredFields declaredFields() {
        return PolicyFields.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing() {
        return PolicyProcessing.DECLARED;
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/policy/policies",
                "GET /api/policy/policies/latest",
                "GET /api/policy/policies/{idOrCode}",
                "GET /api/policy/policies/{idOrCode}/editions/{edition}",
                "GET /api/policy/policies/{idOrCode}/editions/{edition}/attachments/{id}",
                "GET /api/policy/express",
                "GET /api/policy/projects",
                "GET /api/policy/receipt-checks/{number}",
                "GET /api/policy/projects/{id}",
                "GET /api/policy/redemption/projects",
                "GET /api/policy/redemption/projects/{id}",
                "GET /api/policy/redemption/projects/{id}/amount",
                "GET /api/policy/redemption/notices",
                "GET /api/policy/redemption/notices/{id}");
    }

    @Bean
    JsonbType policyCriteriaColumn() {
        return new JsonbType(PolicyCriteria.class);
    }

    @Bean
    JsonbType policyRuleColumn() {
        return new JsonbType(PolicyRule.class);
    }

    @Bean
    JsonbType draftContentColumn() {
        return new JsonbType(DraftContent.class);
    }

    @Bean
    JsonbType draftReadingColumn() {
        return new JsonbType(DraftReading.class);
    }

    @Bean
    JsonbType unrecordedColumn() {
        return new JsonbType(Unrecorded.class);
    }

    @Bean
    JsonbType goldenCasesColumn() {
        return new JsonbType(GoldenCases.class);
    }
}
