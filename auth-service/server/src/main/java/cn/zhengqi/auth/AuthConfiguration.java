package cn.zhengqi.auth;

import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

@Configuration(proxyBeanMethods = false)
class AuthConfiguration {

    @Bean
    DeclaredPermissions declaredPermissions() {
        return AuthPermissions.DECLARED;
    }

    @Bean
    DeclaredProcessing declaredProcessing() {
        return AuthProcessing.DECLARED;
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "POST /api/auth/sign-in",
                "POST /api/auth/sign-in/sms",
                "POST /api/auth/sign-in/second-factor",
                "GET /api/auth/sign-in/ways",
                "GET /api/auth/sign-in/identity",
                "POST /api/auth/sign-in/identity/binding",
                "POST /api/auth/sign-in/identity/registration",
                "POST /api/auth/sign-in/passkey/challenge",
                "POST /api/auth/sign-in/passkey",
                "POST /api/auth/sign-in/enrolment",
                "POST /api/auth/sign-in/enrolment/confirmation",
                "GET /api/auth/sign-in/wechat",
                "GET /api/auth/sign-in/wechat/callback",
                "GET /api/auth/sign-in/wechat/binding",
                "POST /api/auth/sign-in/wechat/binding",
                "POST /api/auth/sign-in/wechat/binding/password",
                "GET /api/auth/wechat",
                "POST /api/auth/sign-out",
                "POST /api/auth/registrations",
                "POST /api/auth/sms-codes",
                "POST /api/auth/password-resets",
                "POST /api/auth/password-links");
    }

    @Bean
    SecurityContextRepository signedInSession() {
        return new HttpSessionSecurityContextRepository();
    }

    /**
     * Signing in and out work with this service's own session, not with a token. The gateway, which browsers come
     * through, checks that a request was made by a page of the platform.
     */
    @Bean
    @Order(2)
    SecurityFilterChain signInChain(HttpSecurity http, SecurityContextRepository signedInSession) {
        return http.securityMatcher("/api/auth/sign-in", "/api/auth/sign-in/**", "/api/auth/sign-out")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(signedInSession))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
