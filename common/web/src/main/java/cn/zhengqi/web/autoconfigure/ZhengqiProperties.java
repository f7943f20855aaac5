package cn.zhengqi.web.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web layer.
 *
 * @param serviceSecret secret of this service's client at auth-service; no default outside of the local profile
 */
@ConfigurationProperties("zhengqi")
public record ZhengqiProperties(
        @DefaultValue("") String serviceSecret,
        @DefaultValue Auth auth) {

    /**
     * Where tokens come from.
     *
     * @param issuer what tokens must name as their issuer
     * @param jwksUri keys that verify tokens; a host without dot and port is looked up in the registry
     * @param tokenUri where this service gets its own token
     * @param clockSkew how far clocks may be apart
     */
    public record Auth(
            @DefaultValue("http://auth-service") String issuer,
            @DefaultValue("http://auth-service/oauth2/jwks") String jwksUri,

            @DefaultValue("http://auth-service/oauth2/token")
            String tokenUri,

            @DefaultValue("30s") Duration clockSkew) {}
}
