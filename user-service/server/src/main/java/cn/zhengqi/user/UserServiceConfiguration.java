package cn.zhengqi.user;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.user.register.RegisterDetails;
import cn.zhengqi.web.PublicRoutes;
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
    DeclaredProcessing declaredProcessing() {
        return UserProcessing.DECLARED;
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
