package cn.zhengqi.finance.courts;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who is asked what is on record: the platform where a district has one, the simulator where there are demo enterprises, nobody else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CourtsProperties.class)
class CourtsConfiguration {

    @Bean
    @ConditionalOnProperty("zhengqi.courts.platform.address")
    PublicRecords platformRecords(CourtsProperties properties, JsonMapper json, Clock clock) {
        if (properties.platform() == null) {
            throw new IllegalArgumentException("zhengqi.courts.platform must be set");
        }
        return new PlatformRecords(properties.platform(), json, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty("zhengqi.demo.enabled")
    PublicRecords simulatedRecords(Clock clock) {
        return new SimulatedRecords(clock);
    }

    /** An answer is of its day; the night takes it away. */
    @Bean
    Expiry publicRecordsExpire(RetentionTerms terms) {
        return terms.expiry("finance.public-record", """
                delete from public_record where id in (
                  select id from public_record where asked_at < :before order by asked_at limit :most)""");
    }
}
