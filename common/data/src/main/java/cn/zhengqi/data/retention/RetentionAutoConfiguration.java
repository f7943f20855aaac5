package cn.zhengqi.data.retention;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.processing.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Gives a service the terms of what it keeps, and the nightly removal of what it declares as {@link Expiry}. */
@AutoConfiguration(
        after = DataAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "cn.zhengqi.web.autoconfigure.ZhengqiWebAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@EnableScheduling
public class RetentionAutoConfiguration {

    @Bean
    RetentionTerms retentionTerms(Environment settings, JdbcClient jdbc) {
        return new RetentionTerms(settings, jdbc);
    }

    @Bean
    Sweep sweep(ObjectProvider<Expiry> expiries, OnceLoader once, ObjectProvider<Clock> clock, MeterRegistry meters) {
        return new Sweep(expiries.orderedStream().toList(), once, clock.getIfAvailable(Clock::systemUTC), meters);
    }
}
