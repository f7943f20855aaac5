package cn.zhengqi.auth.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of applications that people sign in to.
 *
 * @param thisMachine whether one may run on this machine itself and be reached there by http; for one machine with everything on it
 * @param accessTokenLife how long an application may ask who somebody is without a new token
 * @param refreshTokenLife how long an application may go on by itself; the sign-in ends it earlier
 */
@ConfigurationProperties("zhengqi.apps")
public record AppProperties(
        @DefaultValue("false") boolean thisMachine,
        @DefaultValue("10m") Duration accessTokenLife,
        @DefaultValue("12h") Duration refreshTokenLife) {}
