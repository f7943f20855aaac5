package cn.zhengqi.web.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the web layer.
 *
 * @param serviceSecret secret of this service's client at auth-service; no default outside of the local profile
 * @param usualBody how large a request may be that brings no file
 * @param maxBody how large where its route says that it takes more
 */
@ConfigurationProperties("zhengqi")
public record ZhengqiProperties(
        @DefaultValue("") String serviceSecret,
        @DefaultValue Auth auth,
        @DefaultValue Admission admission,
        @DefaultValue("64KB") DataSize usualBody,
        @DefaultValue("1MB") DataSize maxBody) {

    /**
     * How many requests a copy of the service takes on. The defaults fit the smallest heap that is given to a service, 96 MB.
     *
     * @param atOnce worked on at the same time
     * @param line waiting for a place
     * @param patience how long one waits
     * @param fileMegabytes of files that are in memory at once; each is there twice, as it came and as it goes on
     */
    public record Admission(
            @DefaultValue("48") int atOnce,
            @DefaultValue("200") int line,
            @DefaultValue("2s") Duration patience,
            @DefaultValue("24") int fileMegabytes) {}

    /**
     * Where tokens come from.
     *
     * @param issuer what tokens must name as their issuer
     * @param audience what tokens must be meant for: a token that auth-service makes for something else opens nothing here
     * @param jwksUri keys that verify tokens; a host without dot and port is looked up in the registry
     * @param tokenUri where this service gets its own token
     * @param clockSkew how far clocks may be apart
     */
    public record Auth(
            @DefaultValue("http://auth-service") String issuer,
            @DefaultValue("zhengqi") String audience,
            @DefaultValue("http://auth-service/oauth2/jwks") String jwksUri,

            @DefaultValue("http://auth-service/oauth2/token")
            String tokenUri,

            @DefaultValue("30s") Duration clockSkew) {}
}
