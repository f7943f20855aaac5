package cn.zhengqi.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class ScheduledWorkTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ZhengqiSchedulingAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
            .withPropertyValues("spring.threads.virtual.enabled=true")
            .withUserConfiguration(TwoKindsOfWork.class);

    @Configuration
    @EnableScheduling
    static class TwoKindsOfWork {

        private final CountDownLatch answered = new CountDownLatch(1);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(2);

        /** As a backlog at WeChat. */
        @Scheduled(fixedDelay = 5)
        void waitsForSomebodyElse() throws InterruptedException {
            begun.countDown();
            answered.await();
        }

        /** As notices to desks. */
        @Scheduled(fixedDelay = 5)
        void tells() throws InterruptedException {
            begun.await();
            told.countDown();
        }
    }

    @Test
    void work_that_waits_for_somebody_else_holds_up_no_other() {
        service.run(context -> {
            TwoKindsOfWork work = context.getBean(TwoKindsOfWork.class);
            try {
                assertThat(work.told.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(work.answered.getCount()).isOne();
            } finally {
                work.answered.countDown();
            }
        });
    }
}
