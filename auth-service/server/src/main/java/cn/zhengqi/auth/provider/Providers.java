package cn.zhengqi.auth.provider;

import cn.zhengqi.auth.provider.ProviderProperties.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The configured providers. What a provider says of itself (discovery) is asked when somebody first wants in by it, so that one that is down keeps
 * nobody else out. The callback's address is that of the configuration, never of a request.
 */
@Component
@EnableConfigurationProperties(ProviderProperties.class)
public class Providers implements ClientRegistrationRepository {

    /** Where signing in by a provider begins; its callback is below. */
    public static final String BASE = "/api/auth/sign-in/providers";

    private static final int NAME_LENGTH = 50;

    private final Map<String, Provider> providers;
    private final String publicUrl;
    private final Map<String, ClientRegistration> discovered = new ConcurrentHashMap<>();

    Providers(ProviderProperties properties, @Value("${zhengqi.public-url:}") String publicUrl) {
        this.providers = properties.providers();
        this.publicUrl = publicUrl;
        if (!providers.isEmpty() && publicUrl.isBlank()) {
            throw new IllegalArgumentException("ZHENGQI_PUBLIC_URL must be set: providers send browsers back to it");
        }
    }

    /** On the sign-in page. */
    public record Door(String id, String name, @Nullable String icon) {}

    public List<Door> doors() {
        return providers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Door(
                        one.getKey(), one.getValue().name(), one.getValue().icon()))
                .toList();
    }

    public Optional<String> nameOf(String id) {
        return Optional.ofNullable(providers.get(id)).map(Provider::name);
    }

    /** Null: there is none with this id. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Provider provider = providers.get(id);
        return provider == null ? null : discovered.computeIfAbsent(id, unknown -> discover(id, provider));
    }

    private ClientRegistration discover(String id, Provider provider) {
        return ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
                .registrationId(id)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientName(provider.name())
                .redirectUri(publicUrl + BASE + "/" + id + "/callback")
                .scope(
                        provider.scopes().contains(OidcScopes.OPENID)
                                ? provider.scopes()
                                : Stream.concat(Stream.of(OidcScopes.OPENID), provider.scopes().stream())
                                        .toList())
                .build();
    }

    /** What a provider says of who has just signed in there. */
    public OutsideIdentity identityOf(String id, OidcUser user) {
        Provider provider = providers.get(id);
        if (provider == null) {
            throw new IllegalArgumentException("No provider " + id);
        }
        String phone = user.getClaimAsString(provider.phoneClaim());
        boolean proved = Boolean.TRUE.equals(user.getClaimAsBoolean(provider.phoneVerifiedClaim()));
        String name = user.getClaimAsString(provider.nameClaim());
        String local = phone == null ? "" : phone.replaceFirst("^\\+?86[- ]?", "");
        return new OutsideIdentity(
                id,
                user.getSubject(),
                name == null
                        ? ""
                        : name.strip()
                                .substring(0, Math.min(NAME_LENGTH, name.strip().length())),
                provider.trustPhone() && proved && local.matches("1[3-9][0-9]{9}") ? local : null);
    }
}
