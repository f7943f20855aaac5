package cn.zhengqi.stats;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.code.api.InternalCodeTotals;
import cn.zhengqi.finance.api.InternalLoanTotals;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.stats.reconciliation.Source;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;

/** Statistics of the platform (document §1.2.6.2). */
@SpringBootApplication(proxyBeanMethods = false)
@EnableFeignClients(
        clients = {
            Source.Auth.class,
            Source.Code.class,
            Source.Policy.class,
            Source.Matching.class,
            Source.Finance.class,
            InternalAccountTotals.class,
            InternalCodeTotals.class,
            InternalPolicyTotals.class,
            InternalLoanTotals.class
        })
public class StatsServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(StatsServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return StatsPermissions.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing() {
        return StatsProcessing.DECLARED;
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/stats/public/figures", "GET /api/stats/public/ticker");
    }
}
