package cn.zhengqi.ops;

import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.ops.audit.AuditProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Operation of the platform (OPS): the log of changes. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
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
    DeclaredProcessing declaredProcessing(AuditProperties audit) {
        return OpsProcessing.declared(audit.retention());
    }
}
