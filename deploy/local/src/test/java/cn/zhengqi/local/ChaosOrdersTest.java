package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChaosOrdersTest {

    @Test
    void what_is_not_back_yet_when_everything_is_held_is_asked_again() {
        var asked = new AtomicInteger();

        var answer = ChaosOrders.patiently(Instant.MAX, () -> {
            if (asked.incrementAndGet() < 3) {
                throw new LauncherException("服务暂不可用，请稍后再试");
            }
            return "no difference";
        });

        assertThat(answer).isEqualTo("no difference");
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_does_not_come_back_by_itself_is_no_answer() {
        assertThatThrownBy(() -> ChaosOrders.patiently(Instant.MIN, () -> {
                    throw new LauncherException("服务暂不可用，请稍后再试");
                }))
                .isInstanceOf(LauncherException.class);
    }
}
