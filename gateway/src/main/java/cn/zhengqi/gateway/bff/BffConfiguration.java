package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.observation.ObservationRegistry;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The gateway as an OAuth 2 client of auth-service. */
@Configuration(proxyBeanMethods = false)
class BffConfiguration {

    static final String CALLBACK_PATH = "/bff/callback";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver(GatewayProperties properties) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName("ZQ_SESSION");
        cookie.addCookieInitializer(
                builder -> builder.path("/").httpOnly(true).sameSite("Lax").secure(properties.https()));
        return cookie;
    }

    /**
     * The browser is sent to a path, not to a host, and comes back to one: whichever address it knows the platform by is
     * right. The redirect URI only names the gateway; auth-service sends the browser to its path.
     */
    @Bean
    ClientRegistration gatewayRegistration(
            GatewayProperties properties, @Value("${zhengqi.gateway-secret}") String secret) {
        return ClientRegistration.withRegistrationId("gateway")
                .clientId("gateway")
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://gateway.zhengqi.internal" + CALLBACK_PATH)
                .authorizationUri("/oauth2/authorize")
                .tokenUri(properties.authUri() + "/oauth2/token")
                .scope("platform")
                .build();
    }

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(ClientRegistration gateway) {
        return new InMemoryReactiveClientRegistrationRepository(gateway);
    }

    @Bean
    WebClient authServiceHttp(ReactorLoadBalancerExchangeFilterFunction registry, ObservationRegistry observations) {
        HttpClient http = HttpClient.create().responseTimeout(Duration.ofSeconds(10));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(new RegistryLookup(registry))
                .observationRegistry(observations)
                // Another name than the gateway's own requests have, whose tags are others.
                .observationConvention(new DefaultClientRequestObservationConvention("auth.client.requests"))
                .build();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient authServiceHttp) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(authServiceHttp);
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewals(WebClient authServiceHttp) {
        var client = new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(authServiceHttp);
        return client;
    }

    /** Who signed in stands in the token, which came straight from auth-service; there is nothing more to ask. */
    @Bean
    ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> userOfToken() {
        return request ->
                Mono.fromCallable(() -> userOf(request.getAccessToken().getTokenValue()));
    }

    private static OAuth2User userOf(String token) {
        try {
            String subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
            return new DefaultOAuth2User(
                    List.copyOf(AuthorityUtils.createAuthorityList("SIGNED_IN")), Map.of("sub", subject), "sub");
        } catch (ParseException notAToken) {
            throw new OAuth2AuthenticationException("invalid_token");
        }
    }
}
