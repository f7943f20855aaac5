package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the district tells people who have not said otherwise.
 *
 * @param quietFrom the same as {@code quietTo}: at any hour
 * @param digestAt when the digest of a day goes out
 */
@ConfigurationProperties("zhengqi.message.ways")
public record WaysSettings(
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietTo,
        @DefaultValue("09:00") LocalTime digestAt) {

    QuietHours quietHours() {
        return new QuietHours(quietFrom, quietTo);
    }

    /** The first time for a digest after this moment. */
    Instant nextDigest(Instant now) {
        ZonedDateTime here = now.atZone(BusinessTime.ZONE);
        ZonedDateTime today = here.toLocalDate().atTime(digestAt).atZone(BusinessTime.ZONE);
        return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    }
}
