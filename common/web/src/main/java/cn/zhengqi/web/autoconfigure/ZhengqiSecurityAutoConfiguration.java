package cn.zhengqi.web.autoconfigure;

import cn.zhengqi.web.Permission;
import cn.zhengqi.web.PublicRoutes;
import cn.zhengqi.web.client.RegistryLookup;
import cn.zhengqi.web.field.Texts;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.problem.Problems;
import cn.zhengqi.web.security.Admission;
import cn.zhengqi.web.security.BodyLimit;
import cn.zhengqi.web.security.BodySizes;
import cn.zhengqi.web.security.ProblemEntryPoint;
import cn.zhengqi.web.security.RememberedTokens;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A service takes bearer tokens of auth-service, keeps no session, and is closed except where it says otherwise. */
@AutoConfiguration(
        before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class},
        after = ZhengqiWebAutoConfiguration.class)
@EnableConfigurationProperties(ZhengqiProperties.class)
public class ZhengqiSecurityAutoConfiguration {

    @Bean
    ProblemEntryPoint problemEntryPoint(Problems problems, ApplicationEventPublisher inside) {
        return new ProblemEntryPoint(problems, inside);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(ZhengqiProperties properties, ObjectProvider<LoadBalancerClient> registry) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(1));
        http.setReadTimeout(Duration.ofSeconds(6));
        RestTemplate rest = new RestTemplate(http);
        rest.setInterceptors(List.of(new RegistryLookup(registry.getIfAvailable())));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        properties.auth().jwksUri())
                .restOperations(rest)
                .build();
        JwtTimestampValidator lifetime =
                new JwtTimestampValidator(properties.auth().clockSkew());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                lifetime,
                new JwtIssuerValidator(properties.auth().issuer()),
                new JwtAudienceValidator(properties.auth().audience())));
        return new RememberedTokens(decoder, lifetime);
    }

    /** A request is measured as a whole: a measurement of each filter that it passes costs more than most of what they do. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Before security, because a token costs more to check than a refusal to write; after tracing, so that refusals are counted. */
    @Bean
    FilterRegistrationBean<Admission> admission(ZhengqiProperties properties, Problems problems, MeterRegistry meters) {
        ZhengqiProperties.Admission limits = properties.admission();
        Admission admission = new Admission(limits.atOnce(), limits.line(), limits.patience(), problems);
        Gauge.builder("zhengqi.admission.waiting", admission, Admission::waiting)
                .description("Requests that wait for a place")
                .register(meters);
        Gauge.builder("zhengqi.admission.arriving", admission, Admission::arriving)
                .description("Requests whose callers are still sending")
                .register(meters);
        FilterRegistrationBean<Admission> registration = new FilterRegistrationBean<>(admission);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    BodySizes bodySizes(ZhengqiProperties properties) {
        return new BodySizes(properties.usualBody(), properties.maxBody());
    }

    /** Within admission: who is told that there is no room is not told of sizes. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            BodySizes sizes,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            Problems problems) {
        FilterRegistrationBean<BodyLimit> registration =
                new FilterRegistrationBean<>(new BodyLimit(sizes, mapping::getObject, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        return registration;
    }

    @Bean
    FilesInMemory filesInMemory(ZhengqiProperties properties) {
        return new FilesInMemory(
                properties.admission().fileMegabytes(), properties.admission().patience());
    }

    /** Looks at each parameter before anybody reads it, in every chain of the service. */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(Texts::isClean);
        firewall.setAllowedHeaderValues(Texts::mayBeHeader);
        return firewall;
    }

    /** Last of all chains, so that a service may put its own before it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain serviceChain(HttpSecurity http, PublicRoutes publicRoutes, ProblemEntryPoint problems) {
        JwtGrantedAuthoritiesConverter permissions = new JwtGrantedAuthoritiesConverter();
        permissions.setAuthoritiesClaimName("perms");
        permissions.setAuthorityPrefix("");
        JwtAuthenticationConverter caller = new JwtAuthenticationConverter();
        // A token that is remembered has its permissions made once, not with each request.
        Cache<Jwt, Collection<GrantedAuthority>> made =
                Caffeine.newBuilder().weakKeys().build();
        caller.setJwtGrantedAuthoritiesConverter(token -> made.get(token, it -> List.copyOf(permissions.convert(it))));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/error", "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/v3/api-docs/**")
                        .hasAuthority("ops.actuator")
                        .requestMatchers("/internal/**")
                        .hasAuthority(Permission.INTERNAL)
                        .requestMatchers(request -> publicRoutes.matches(request.getMethod(), request.getRequestURI()))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(caller))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        return http.build();
    }
}
