package cn.zhengqi.web.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Gives timed work several places. What Boot makes where threads are virtual has one thread for all work with a fixed delay: a backlog at WeChat, or a receiver
 * that takes its time, would hold up everything else that a service does by the clock.
 */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
public class ZhengqiSchedulingAutoConfiguration {

    static final int PLACES = 4;

    @Bean
    @ConditionalOnBean(name = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(PLACES);
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("scheduling-");
        return scheduler;
    }
}
