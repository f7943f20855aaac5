package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes();
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @Test
    void several_are_handed_over_at_the_same_time_and_each_once() {
        CountDownLatch together = new CountDownLatch(3);
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        lanes.each(all, one -> {
            together.countDown();
            try {
                assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            done.add(one);
        });
        assertThat(done).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void what_fails_in_one_lane_is_said_when_the_others_are_done() {
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertThatThrownBy(() -> lanes.each(all, one -> {
                    if (one == 7) {
                        throw new IllegalArgumentException("seven");
                    }
                    done.add(one);
                }))
                .hasRootCauseMessage("seven");
        assertThat(done).hasSize(99).doesNotContain(7);
    }
}
