package cn.zhengqi.events;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events reach the broker, from {@code zhengqi.rocketmq}.
 *
 * @param namesrv addresses of the name servers, {@code host:port;host:port}; absent: events wait in the outbox and none is received
 * @param namespace of topics and groups, where several installations share a broker and must not hear each other
 * @param consumerThreads handlers that run at the same time in one copy of the service
 * @param maxAttempts deliveries after which a failing event becomes a dead letter; they are 1 s, 5 s, 10 s, 30 s, 1 min, 2 min … apart
 * @param topicQueues queues of a topic that is created here: the most copies of a service that share its events
 */
@ConfigurationProperties("zhengqi.rocketmq")
public record EventsProperties(
        @Nullable String namesrv,
        @Nullable String namespace,
        @DefaultValue("2") int consumerThreads,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("4") int topicQueues) {}
