package cn.zhengqi.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the gateway.
 *
 * @param publicUrl the address that people know; with https, cookies are for https only
 * @param authUri where auth-service is; a host without dot and port is looked up in the registry
 * @param signInsPerMinute attempts from one address
 * @param signInStartsPerMinute how often one address may begin to sign in, three times for one sign-in: each keeps a session for nobody as yet
 * @param registrationsPerHour accounts opened from one address
 * @param smsCodesPerHour text messages that one address asks for; auth-service has limits of its own, phone by phone
 * @param selfChecksPerMinute self-checks that one address has reckoned, which anybody may
 * @param openapiRefusalsPerMinute calls of the open interface from one address that may be refused before their signature counts; read at the start
 * @param staffIdle how long staff may do nothing and still be signed in
 * @param maxBody no request carries more; above the limit of any upload (five papers of 5 MB), so that the service says what its own is
 * @param callerSilence how long nothing may come of a request that has begun
 * @param longestRequest how long the whole of a request may take to come: a file of the largest size at 1 Mbit/s
 * @param idleConnection how long a connection is kept for a next request; longer than proxies keep theirs
 * @param trustedProxies addresses or ranges of what stands before the gateway; only these are believed about the client's address
 * @param districtFiles folder of the district's own pictures, served at /district/
 */
@ConfigurationProperties(GatewayProperties.PREFIX)
public record GatewayProperties(
        URI publicUrl,
        @DefaultValue("http://auth-service") String authUri,
        @DefaultValue("30") int signInsPerMinute,
        @DefaultValue("120") int signInStartsPerMinute,
        @DefaultValue("10") int registrationsPerHour,
        @DefaultValue("30") int smsCodesPerHour,
        @DefaultValue("60") int selfChecksPerMinute,
        @DefaultValue("60") int openapiRefusalsPerMinute,
        @DefaultValue("30m") Duration staffIdle,
        @DefaultValue("30MB") DataSize maxBody,
        @DefaultValue("30s") Duration callerSilence,
        @DefaultValue("5m") Duration longestRequest,
        @DefaultValue("2m") Duration idleConnection,
        @DefaultValue List<String> trustedProxies,
        @Nullable Path districtFiles) {

    public static final String PREFIX = "zhengqi.gateway";

    /** Whether browsers come by https, whatever the last step to here is. */
    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }
}
