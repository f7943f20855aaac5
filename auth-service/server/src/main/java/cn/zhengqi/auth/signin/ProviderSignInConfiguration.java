package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.provider.Providers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
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
    SecurityFilterChain providerChain(HttpSecurity http, Providers providers, ProviderSignIn signIn) {
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
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(Providers.BASE))
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
}
