package cn.zhengqi.code;

import cn.zhengqi.code.about.AboutContent;
import cn.zhengqi.code.servicecode.Offers;
import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.policy.api.InternalRunningCases;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.PublicRoutes;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@MapperScan(basePackages = "cn.zhengqi.code", annotationClass = Mapper.class)
@EnableFeignClients(
        clients = {
            InternalEnterprises.class,
            InternalInstitutions.class,
            InternalPrincipals.class,
            InternalRunningApplications.class,
            InternalRunningCases.class
        })
@EnableScheduling
public class EnterpriseCodeServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(EnterpriseCodeServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return CodePermissions.DECLARED;
    }

    @Bean
    DeclaredFields declaredFields() {
        return CodeFields.DECLARED;
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/code/about", "GET /api/code/about/pictures/{id}");
    }

    @Bean
    JsonbType aboutColumn() {
        return new JsonbType(AboutContent.class);
    }

    @Bean
    JsonbType offersColumn() {
        return new JsonbType(Offers.class);
    }

    @Bean
    JsonbType registerEntryColumn() {
        return new JsonbType(EnterpriseRecord.class);
    }

    @Bean
    PlatformLogs platformLogs(EventLog own, ApplicationContext context) {
        return new PlatformLogs(own, context);
    }

    @Bean
    DeclaredProcessing declaredProcessing(RetentionTerms terms) {
        return CodeProcessing.declared(terms);
    }
}
