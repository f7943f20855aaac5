package cn.zhengqi.matching.report;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many reports are put on paper at once: a font and a tree of all pages lie in memory meanwhile, and it takes a second of computing. */
@Configuration(proxyBeanMethods = false)
class ReportPdfPlace {

    static final int AT_ONCE = 1;

    /** Who waited that long is told to come back, and holds no thread of those who want something else. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Bulkhead placeForPaper() {
        return Bulkhead.of(
                "report-pdf",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(AT_ONCE)
                        .maxWaitDuration(PATIENCE)
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }
}
