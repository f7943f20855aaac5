package cn.zhengqi.web.client;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;

/** The token with which this service asks others: client credentials at auth-service, kept until it expires or one of them does not take it. */
public final class ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);

    private final String service;
    private final OAuth2AuthorizedClientService held;
    private final OAuth2AuthorizedClientManager clients;
    private final Authentication self;

    public ServiceTokens(String service, String secret, String tokenUri, RestClient rest) {
        this.service = service;
        ClientRegistration registration = ClientRegistration.withRegistrationId(service)
                .clientId(service)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("internal")
                .tokenUri(tokenUri)
                .build();
        var registrations = new InMemoryClientRegistrationRepository(List.of(registration));
        var tokenClient = new RestClientClientCredentialsTokenResponseClient();
        tokenClient.setRestClient(rest);
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokenClient);
        this.held = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, held);
        manager.setAuthorizedClientProvider(provider);
        this.clients = manager;
        this.self =
                new AnonymousAuthenticationToken(service, service, AuthorityUtils.createAuthorityList("ROLE_SERVICE"));
    }

    /** The one in hand was not taken, as after the keys that sign were replaced: the next question fetches another. */
    void forget() {
        held.removeAuthorizedClient(service, self.getName());
    }

    /** @throws ProblemException SERVICE_UNAVAILABLE when auth-service gives none */
    public String current() {
        try {
            OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(service)
                    .principal(self)
                    .build());
            if (client == null) {
                throw new IllegalStateException("No token for " + service);
            }
            return client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException refused) {
            LOG.warn("auth-service gives {} no token", service, refused);
            throw new ProblemException(
                    CommonProblem.SERVICE_UNAVAILABLE,
                    CommonProblem.SERVICE_UNAVAILABLE.title(),
                    List.of(),
                    Map.of(),
                    refused);
        }
    }
}
