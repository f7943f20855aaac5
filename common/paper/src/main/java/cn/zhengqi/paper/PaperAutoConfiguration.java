package cn.zhengqi.paper;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** How many papers are made at once: a font and a tree of all pages lie in memory meanwhile, and a long one takes a second of computing. */
@AutoConfiguration
public class PaperAutoConfiguration {

    static {
        BundledFonts.use();
    }

    public static final int AT_ONCE = 1;

    /** Who waited that long is told to come back, and holds no thread of those who want something else. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Bulkhead placeForPaper() {
        return Bulkhead.of(
                "paper",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(AT_ONCE)
                        .maxWaitDuration(PATIENCE)
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }

    @Bean
    PaperPdf paperPdf(
            Bulkhead placeForPaper,
            @Value("${zhengqi.public-url:http://localhost:8080}") String publicUrl,
            @Value("${zhengqi.district.platform:企业服务云平台}") String platform) {
        return new PaperPdf(placeForPaper, new Letterhead(publicUrl, platform));
    }

    @Bean
    FirstPaper firstPaper(PaperPdf paperPdf) {
        return new FirstPaper(paperPdf);
    }
}
