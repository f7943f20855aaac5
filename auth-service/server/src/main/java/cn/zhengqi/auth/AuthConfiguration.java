package cn.zhengqi.auth;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.Expiry;
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
    DeclaredProcessing declaredProcessing(RetentionTerms terms) {
        return AuthProcessing.declared(terms);
    }

    @Bean
    Expiry smsCodesExpire(RetentionTerms terms) {
        return terms.expiry("auth.sms-code", """
                delete from sms_code where id in (select id from sms_code where asked_at < :before limit :most)""");
    }

    /** Later than a change is news. */
    @Bean
    Expiry formerPhonesExpire(RetentionTerms terms) {
        return terms.expiry("auth.former-phone", """
                delete from former_phone where id in (select id from former_phone where at < :before limit :most)""");
    }

    /** A device that was not used for so long is a new one. */
    @Bean
    Expiry devicesExpire(RetentionTerms terms) {
        return terms.expiry("auth.device", """
                delete from signed_in_session where id in (
                  select id from signed_in_session where seen_at < :before limit :most)""");
    }

    @Bean
    Expiry callsExpire(RetentionTerms terms) {
        return terms.expiry("auth.openapi-call", """
                delete from openapi_call where id in (select id from openapi_call where at < :before limit :most)""");
    }

    @Bean
    Expiry signInLogExpires(RetentionTerms terms) {
        return terms.expiry("auth.sign-in-log", """
                delete from sign_in_log where id in (select id from sign_in_log where at < :before limit :most)""");
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
                "GET /api/auth/sign-in/consent",
                "POST /api/auth/sign-in/consent",
                "GET /api/auth/wechat",
                "GET /api/auth/wechat/events",
                "POST /api/auth/wechat/events",
                "POST /api/auth/sign-out",
                "POST /api/auth/registrations",
                "POST /api/auth/sms-codes",
                "POST /api/auth/password-resets",
                "POST /api/auth/password-links",
                "POST /api/auth/password-links/check");
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
