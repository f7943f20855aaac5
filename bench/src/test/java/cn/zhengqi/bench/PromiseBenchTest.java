package cn.zhengqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.promise.PromiseSweep;
import cn.zhengqi.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class PromiseBenchTest {

    /** Nobody runs a bench for weeks, and what it starts may lack by then what the service has come to need. */
    @Test
    void a_copy_starts_and_sweeps() {
        try (ConfigurableApplicationContext copy =
                PromiseBench.copy(TestServers.get().freshDatabase("bench"))) {
            assertThat(copy.getBean(PromiseSweep.class).run()).isZero();
        }
    }
}
