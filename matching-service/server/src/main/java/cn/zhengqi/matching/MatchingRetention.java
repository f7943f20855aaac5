package cn.zhengqi.matching;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a term that {@link MatchingProcessing} declares is kept, where no capability has a job of its own for it. */
@Configuration(proxyBeanMethods = false)
class MatchingRetention {

    @Bean
    Expiry pastFactsExpire(RetentionTerms terms) {
        return terms.expiry(
                "matching.profile-past",
                "delete from fact_past where ctid in (select ctid from fact_past where ended_at < :before limit :most)");
    }
}
