package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RationTest {

    private final AtomicLong acknowledged = new AtomicLong(100);
    private final Ration ration = new Ration(10, acknowledged::get);

    @Test
    void until_the_first_process_is_killed_there_is_no_end_of_it() {
        acknowledged.set(1_000_000);

        assertThat(ration.allowsAnother(() -> false)).isTrue();
    }

    @Test
    void orders_go_on_up_to_the_ration() {
        ration.begins();
        acknowledged.addAndGet(9);

        assertThat(ration.allowsAnother(() -> false)).isTrue();
    }

    @Test
    void who_used_it_up_goes_on_with_the_next() {
        ration.begins();
        acknowledged.addAndGet(10);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CompletableFuture<Void>();
            var another = threads.submit(() -> ration.allowsAnother(() -> {
                begun.complete(null);
                return false;
            }));
            // It was asked, and holds the lock until it waits: only then can anybody else come in.
            begun.join();
            ration.begins();

            assertThat(another).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        }
    }

    @Test
    void who_waits_when_there_were_enough_orders_begins_none() {
        ration.begins();
        acknowledged.addAndGet(10);

        assertThat(ration.allowsAnother(() -> true)).isFalse();
    }
}
