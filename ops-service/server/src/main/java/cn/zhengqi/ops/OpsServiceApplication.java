package cn.zhengqi.ops;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.ops.audit.AuditProperties;
import cn.zhengqi.ops.rebuild.CopySource;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Operation of the platform (OPS): the log of changes, and what enterprises say of how they were served. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@EnableFeignClients(
        clients = {
            InternalDictionary.class,
            InternalPrincipals.class,
            InternalSignInNames.class,
            CopySource.User.class,
            CopySource.Code.class,
            CopySource.Policy.class,
            CopySource.Finance.class
        })
@EnableConfigurationProperties(AuditProperties.class)
public class OpsServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(OpsServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return OpsPermissions.DECLARED;
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/ops/published-evaluations", "GET /api/ops/published-evaluations/figures");
    }

    @Bean
    DeclaredProcessing declaredProcessing(AuditProperties audit, RetentionTerms terms) {
        return OpsProcessing.declared(audit, terms);
    }
}
