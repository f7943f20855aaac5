package cn.zhengqi.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's schema lives. Set by the environment: {@code ZHENGQI_DB_URL}, {@code _USER}, {@code _PASSWORD}, {@code _SCHEMA},
 * {@code _REPLICA_URL}.
 *
 * @param url JDBC address of the primary
 * @param user login role of this service; owns {@code schema}
 * @param schema schema of this service
 * @param replicaUrl JDBC address of a streaming replica, same login; absent: every transaction goes to the primary
 * @param poolSize most connections to the primary
 * @param replicaPoolSize most connections to the replica
 * @param connectionTimeout longest wait for a connection of the pool
 */
@ConfigurationProperties("zhengqi.db")
public record DatabaseProperties(
        String url,
        String user,
        String password,
        String schema,
        @Nullable String replicaUrl,
        @DefaultValue("6") int poolSize,
        @DefaultValue("4") int replicaPoolSize,
        @DefaultValue("10s") Duration connectionTimeout) {}
