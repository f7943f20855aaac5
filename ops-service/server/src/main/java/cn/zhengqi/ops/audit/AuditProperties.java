package cn.zhengqi.ops.audit;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How 操作日志 and 登录日志 are kept, from {@code zhengqi.audit}.
 *
 * @param keySecret from the environment: opens the key that signs checkpoints, and seals entries; without it the service does not start
 * @param retention how long entries stay; at least six months (Cybersecurity Law, article 21), which the database holds to as well
 * @param signInRetention the same for 登录日志
 */
@ConfigurationProperties("zhengqi.audit")
public record AuditProperties(
        String keySecret,
        @DefaultValue("P3Y") Period retention,
        @DefaultValue("P1Y") Period signInRetention) {

    private static final int LEAST_MONTHS = 6;

    /** Shorter ones can be tried until all are. */
    static final int SECRET_LENGTH = 32;

    public AuditProperties {
        if (keySecret.length() < SECRET_LENGTH) {
            throw new IllegalArgumentException("zhengqi.audit.key-secret has fewer than 32 characters");
        }
        if (retention.toTotalMonths() < LEAST_MONTHS || signInRetention.toTotalMonths() < LEAST_MONTHS) {
            throw new IllegalArgumentException(
                    "zhengqi.audit.retention and sign-in-retention are in months or years, and at least P6M");
        }
    }
}
