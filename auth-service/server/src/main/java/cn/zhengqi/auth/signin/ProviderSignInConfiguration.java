package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Spring Security's OpenID Connect client. Who the provider says it is is known for one request and no longer: what goes on is this service's own
 * sign-in, and no token of a provider is kept.
 */
@Configuration(proxyBeanMethods = false)
class ProviderSignInConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain providerChain(
            HttpSecurity http, Providers providers, ProviderSignIn signIn, SignedInSessions sessions) {
        return http.securityMatcher(Providers.BASE + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2Login(login -> login.clientRegistrationRepository(providers)
                        .authorizedClientRepository(new ForgottenClients())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(beginnings(providers, sessions)))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(Providers.BASE + "/*/callback"))
                        .successHandler(signIn::succeeded)
                        .failureHandler(signIn::failed)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(signIn::failed);
                                return filter;
                            }
                        }))
                .build();
    }

    /** {@code ?continue=/path}: the page of this site to go on to. Absent: what the browser wanted when it was asked to sign in. */
    private static OAuth2AuthorizationRequestResolver beginnings(Providers providers, SignedInSessions sessions) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, Providers.BASE);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return remembering(request, resolver.resolve(request));
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
                return remembering(request, resolver.resolve(request, provider));
            }

            private @Nullable OAuth2AuthorizationRequest remembering(
                    HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
                String wanted = request.getParameter("continue");
                if (begun != null && wanted != null) {
                    sessions.goOnTo(wanted, request);
                }
                return begun;
            }
        };
    }
}
