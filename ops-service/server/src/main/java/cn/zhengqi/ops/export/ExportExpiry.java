package cn.zhengqi.ops.export;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.Expiry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files go soon, and later that there was a job at all; who took out what stays in 操作日志. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
public class ExportExpiry {

    public static final String FILES = "ops.export-file";
    public static final String JOBS = "ops.export-job";

    @Bean
    Expiry exportFileExpiry(RetentionTerms terms) {
        return terms.expiry(FILES, """
                with over as (
                  select id from export_job where state = 'DONE' and ended_at < :before
                  limit :most for update skip locked),
                gone as (delete from export_part p using over where p.job_id = over.id)
                update export_job j set state = 'EXPIRED', file_key = null from over where j.id = over.id""");
    }

    @Bean
    Expiry exportJobExpiry(RetentionTerms terms) {
        return terms.expiry(JOBS, """
                delete from export_job where id in (select id from export_job where ended_at < :before limit :most)""");
    }
}
