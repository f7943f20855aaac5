package cn.zhengqi.matching;

import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.matching.rebuild.CopySource;
import cn.zhengqi.web.PublicRoutes;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Matching models of the platform (document §1.2.5, §1.3.7). */
@SpringBootApplication(proxyBeanMethods = false)
@EnableFeignClients(basePackageClasses = {InternalConsents.class, CopySource.class})
@EnableScheduling
public class MatchingServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MatchingServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return MatchingPermissions.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing(
            @Value("${zhengqi.matching.results-kept}") Duration resultsKept,
            @Value("${zhengqi.matching.reports-kept}") Duration reportsKept,
            RetentionTerms terms) {
        return MatchingProcessing.declared(resultsKept, reportsKept, terms.of("matching.profile-past"));
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/match/report-checks/{number}",
                "GET /api/match/self-checks/{kind}",
                "POST /api/match/self-checks/policies",
                "POST /api/match/self-checks/loans",
                "POST /api/match/self-checks/srdi");
    }
}
