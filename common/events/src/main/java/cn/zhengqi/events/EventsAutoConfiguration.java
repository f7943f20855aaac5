package cn.zhengqi.events;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.data.retention.RetentionAutoConfiguration;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.permission.DeclaredFields;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.permission.FieldsDeclared;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.Expiry;
import cn.zhengqi.kernel.processing.ProcessingDeclared;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service its outbox, and with {@code zhengqi.rocketmq.namesrv} the connection to the broker. */
@AutoConfiguration(
        after = {DataAutoConfiguration.class, RetentionAutoConfiguration.class, TransactionAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@EnableConfigurationProperties({EventsProperties.class, EventConfidences.class})
public class EventsAutoConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            ObjectProvider<Clock> clock,
            ObjectProvider<Traces> traces,
            ObjectProvider<EventPump> pump) {
        return new Outbox(
                jdbc,
                clock.getIfAvailable(Clock::systemUTC),
                traces.getIfAvailable(() -> Traces.NONE),
                () -> pump.ifAvailable(EventPump::wake));
    }

    @Bean
    Announcer<PermissionsDeclared> permissionAnnouncer(
            Environment environment,
            ObjectProvider<DeclaredPermissions> declared,
            OnceLoader once,
            JdbcClient jdbc,
            Outbox outbox) {
        String service = environment.getProperty("spring.application.name", "");
        return new Announcer<>(
                "permissions",
                PermissionsDeclared.class,
                new PermissionsDeclared(service, List.of()),
                new PermissionsDeclared(
                        service,
                        declared.getIfAvailable(DeclaredPermissions::none).own()),
                once,
                jdbc,
                outbox);
    }

    @Bean
    Announcer<FieldsDeclared> fieldAnnouncer(
            Environment environment,
            ObjectProvider<DeclaredFields> declared,
            OnceLoader once,
            JdbcClient jdbc,
            Outbox outbox) {
        String service = environment.getProperty("spring.application.name", "");
        return new Announcer<>(
                "fields",
                FieldsDeclared.class,
                new FieldsDeclared(service, List.of()),
                new FieldsDeclared(
                        service, declared.getIfAvailable(DeclaredFields::none).all()),
                once,
                jdbc,
                outbox);
    }

    @Bean
    Announcer<ProcessingDeclared> processingAnnouncer(
            Environment environment,
            ObjectProvider<DeclaredProcessing> declared,
            OnceLoader once,
            JdbcClient jdbc,
            Outbox outbox) {
        String service = environment.getProperty("spring.application.name", "");
        DeclaredProcessing now = declared.getIfAvailable(() -> DeclaredProcessing.of(service));
        return new Announcer<>(
                "processing",
                ProcessingDeclared.class,
                new ProcessingDeclared(service, now.owner(), List.of()),
                new ProcessingDeclared(service, now.owner(), now.activities()),
                once,
                jdbc,
                outbox);
    }

    /** From these nothing is rebuilt; the broker keeps them a day longer than the outbox, for a service that is away. */
    @Bean
    Expiry heardEvents(RetentionTerms terms) {
        return terms.expiry("events.heard", """
                delete from outbox where seq in (
                  select seq from outbox where until_heard and published_at < :before order by published_at limit :most)""");
    }

    /** They hold what the events hold. One that nobody had tried again for so long is of no use any more. */
    @Bean
    Expiry deadLettersExpire(RetentionTerms terms) {
        return terms.expiry("events.dead-letter", """
                delete from dead_letter where id in (
                  select id from dead_letter where failed_at < :before order by failed_at limit :most)""");
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc) {
        return new EventLog(jdbc);
    }

    @Bean
    Inbox inbox(
            ObjectProvider<EventHandler<?>> handlers,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<Traces> traces) {
        List<EventHandler<?>> all = handlers.orderedStream().toList();
        return new Inbox(all, jdbc, new TransactionTemplate(transactions), traces.getIfAvailable(() -> Traces.NONE));
    }

    @Bean
    Rebuild rebuild(Inbox inbox, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Rebuild(inbox, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, Inbox inbox) {
        return new DeadLetters(jdbc, inbox);
    }

    @Bean
    @ConditionalOnProperty("zhengqi.rocketmq.namesrv")
    EventPump eventPump(
            Environment environment,
            EventsProperties properties,
            Inbox inbox,
            DeadLetters deadLetters,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        String service = environment.getRequiredProperty("spring.application.name");
        return new EventPump(
                new Broker(service, properties),
                inbox,
                deadLetters,
                jdbc,
                new TransactionTemplate(transactions),
                properties.maxAttempts());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tracer.class)
    static class Tracing {

        @Bean
        @ConditionalOnBean({Tracer.class, Propagator.class})
        @ConditionalOnMissingBean
        Traces traces(Tracer tracer, Propagator propagator) {
            return new MicrometerTraces(tracer, propagator);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Metrics {

        @Bean
        EventMeters eventMeters(JdbcClient jdbc) {
            return new EventMeters(jdbc);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Web {

        @Bean
        EventLogEndpoint eventLogEndpoint(EventLog log, EventConfidences confidences) {
            return new EventLogEndpoint(log, confidences);
        }
    }
}
