package cn.zhengqi.events.audit;

import cn.zhengqi.events.DeadLetters;
import cn.zhengqi.events.EventsAutoConfiguration;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.problem.TraceIds;
import cn.zhengqi.web.security.Routes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Gives a service with an outbox the record of its changes. */
@AutoConfiguration(
        after = EventsAutoConfiguration.class,
        afterName = "cn.zhengqi.web.autoconfigure.ZhengqiWebAutoConfiguration")
@ConditionalOnClass(CurrentUser.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class AuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail(Outbox outbox, Clock clock, TraceIds traceIds, Environment environment) {
        return new AuditTrail(
                outbox,
                clock,
                environment.getRequiredProperty("spring.application.name"),
                traceIds::current,
                null,
                null);
    }

    @Bean
    Refusals refusals(AuditTrail audit, PlatformTransactionManager transactions, ObjectProvider<Routes> routes) {
        // Asked for late: filters are made before there are handlers.
        return new Refusals(audit, transactions, route -> routes.getObject().intention(route));
    }

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(
            DeadLetters letters, AuditTrail audit, PlatformTransactionManager transactions) {
        return new DeadLetterEndpoint(letters, audit, transactions);
    }

    /** Used by services that encrypt. */
    @Bean
    RecordedKeyChanges recordedKeyChanges(
            AuditTrail audit, PlatformTransactionManager transactions, Environment environment) {
        return new RecordedKeyChanges(audit, transactions, environment.getRequiredProperty("spring.application.name"));
    }

    /** After the security filters, which know who asks, and before the one that opens a transaction around a request with a key. */
    @Bean
    FilterRegistrationBean<RefusedCommands> refusedCommands(Refusals refusals) {
        FilterRegistrationBean<RefusedCommands> registration =
                new FilterRegistrationBean<>(new RefusedCommands(refusals));
        registration.addUrlPatterns("/*");
        registration.setOrder(-1);
        return registration;
    }

    @Bean
    Exports exports(
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${zhengqi.export.most-rows:100000}") long most,
            @Value("${zhengqi.export.patience:20s}") Duration patience,
            @Value("${zhengqi.export.most-files:20}") int mostFiles,
            @Value("${zhengqi.export.most-bytes:64MB}") DataSize mostBytes) {
        return new Exports(audit, transactions, clock, new ExportFiles(mostFiles, mostBytes.toBytes()), most, patience);
    }

    /** Used by services whose migrations have its table. */
    @Bean
    Reveals reveals(AuditTrail audit, DayLimits limits, @Value("${zhengqi.reveal.most-a-day:50}") int mostADay) {
        return new Reveals(audit, limits, mostADay);
    }

    /** Used by services whose migrations have its table. */
    @Bean
    DayLimits dayLimits(JdbcClient jdbc, Clock clock) {
        return new DayLimits(jdbc, clock);
    }
}
