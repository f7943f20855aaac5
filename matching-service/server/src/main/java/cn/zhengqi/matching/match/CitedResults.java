package cn.zhengqi.matching.match;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.MatchResultCited;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which results loan applications name: a copy, fed by finance, by which they are kept. */
@Configuration(proxyBeanMethods = false)
public class CitedResults {

    /** The name of the handler that feeds it. */
    public static final String NAME = "cited-results";

    public static final String TABLE = "cited_result";

    @Bean
    EventHandler<MatchResultCited> resultCited(JdbcClient jdbc) {
        return on(
                MatchResultCited.class,
                NAME,
                (cited, meta) -> jdbc.sql("""
                                insert into cited_result (result_id, application_id) values (?, ?)
                                on conflict do nothing""")
                        .params(cited.resultId(), cited.applicationId())
                        .update());
    }
}
