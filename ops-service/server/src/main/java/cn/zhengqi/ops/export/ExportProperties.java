package cn.zhengqi.ops.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Jobs that take lists out, from {@code zhengqi.export-jobs}.
 *
 * @param mostRows of one file
 * @param mostOpen of one person that wait or are written
 * @param mostADay that one person may ask for
 * @param look how often each copy of the service looks for a job
 */
@ConfigurationProperties("zhengqi.export-jobs")
public record ExportProperties(
        @DefaultValue("5000000") long mostRows,
        @DefaultValue("3") int mostOpen,
        @DefaultValue("20") int mostADay,
        @DefaultValue("PT2S") Duration look) {}
