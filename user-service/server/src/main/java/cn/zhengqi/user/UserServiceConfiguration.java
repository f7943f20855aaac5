package cn.zhengqi.user;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.Expiry;
import cn.zhengqi.user.register.RegisterDetails;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UserServiceConfiguration {

    @Bean
    DeclaredPermissions declaredPermissions() {
        return UserPermissions.DECLARED;
    }

    @Bean
    DeclaredFields declaredFields() {
        return UserFields.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing(RetentionTerms terms) {
        return UserProcessing.declared(terms);
    }

    /** Accepted or not: who belongs to the enterprise since then says the membership. */
    @Bean
    Expiry invitationsExpire(RetentionTerms terms) {
        return terms.expiry("user.invitation", """
                delete from enterprise_invitation where id in (
                  select id from enterprise_invitation where created_at < :before and expires_at < :before limit :most)""");
    }

    /** The application itself stays: that it was refused, and why. */
    @Bean
    Expiry papersExpire(RetentionTerms terms) {
        return terms.expiry("user.admission-paper", """
                delete from institution_application_file where id in (
                  select f.id from institution_application_file f join institution_application a on a.id = f.application_id
                  where a.status = 'REJECTED' and a.decided_at < :before limit :most)""");
    }

    @Bean
    PlatformLogs platformLogs(EventLog own, ApplicationContext context) {
        return new PlatformLogs(own, context);
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/user/reference/towns",
                "GET /api/user/reference/industries",
                "GET /api/user/reference/parks",
                "GET /api/user/reference/dictionary",
                "GET /api/user/reference/institutions",
                "GET /api/user/reference/institutions/{id}");
    }

    @Bean
    JsonbType registerDetails() {
        return new JsonbType(RegisterDetails.class);
    }
}
