package cn.zhengqi.data.files;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.idempotency.IdempotencyAutoConfiguration;
import cn.zhengqi.data.idempotency.OneEffect;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service that takes files a folder of its own for them: {@code zhengqi.files-dir}. */
@AutoConfiguration(
        after = {DataAutoConfiguration.class, IdempotencyAutoConfiguration.class, TransactionAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "cn.zhengqi.web.autoconfigure.ZhengqiWebAutoConfiguration"
        })
@ConditionalOnProperty("zhengqi.files-dir")
@EnableScheduling
public class FilesAutoConfiguration {

    @Bean
    ObjectStore objectStore(@Value("${zhengqi.files-dir}") Path folder) {
        return new FolderStore(folder);
    }

    @Bean
    Uploads uploads(
            ObjectStore objects, TransactionTemplate transaction, OneEffect effect, ObjectProvider<Clock> clock) {
        return new Uploads(objects, transaction, effect, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    LostObjects lostObjects(ObjectStore objects, JdbcClient jdbc, ObjectProvider<Clock> clock) {
        return new LostObjects(objects, jdbc, clock.getIfAvailable(Clock::systemUTC));
    }
}
