package cn.zhengqi.auth.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Believes an application that brings any id token that it was given of a person, also one that has run out or was followed by another: many keep that of the sign-in.
 * The server itself knows the last alone. What the token says is proved by its signature.
 */
final class AppLogout implements AuthenticationProvider {

    private final JwtDecoder tokens;
    private final RegisteredClientRepository clients;

    /** @param tokens looks at signature and issuer, not at the time */
    AppLogout(JwtDecoder tokens, RegisteredClientRepository clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var asked = (OidcLogoutAuthenticationToken) authentication;
        Jwt token = read(asked.getIdTokenHint());
        List<String> audience = token.getAudience();
        RegisteredClient client = audience.size() == 1 ? clients.findByClientId(audience.getFirst()) : null;
        // An access token names nobody whom it was given to.
        if (client == null
                || !client.getClientId().equals(token.getClaimAsString(IdTokenClaimNames.AZP))
                || token.getClaimAsString(TokenClaims.SIGN_IN) == null
                || isAnother(asked.getClientId(), client)
                || isElsewhere(asked.getPostLogoutRedirectUri(), client)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OidcLogoutAuthenticationToken(
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims()),
                (Authentication) asked.getPrincipal(),
                asked.getSessionId(),
                asked.getClientId(),
                asked.getPostLogoutRedirectUri(),
                asked.getState());
    }

    @Override
    public boolean supports(Class<?> type) {
        return OidcLogoutAuthenticationToken.class.isAssignableFrom(type);
    }

    private Jwt read(String hint) {
        try {
            return tokens.decode(hint);
        } catch (JwtException forged) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
        }
    }

    private static boolean isAnother(@Nullable String clientId, RegisteredClient client) {
        return clientId != null && !clientId.isBlank() && !clientId.equals(client.getClientId());
    }

    private static boolean isElsewhere(@Nullable String address, RegisteredClient client) {
        return address != null
                && !address.isBlank()
                && !client.getPostLogoutRedirectUris().contains(address);
    }
}
