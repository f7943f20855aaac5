package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesInMemoryTest {

    private static final long MEGABYTE = 1024L * 1024;

    private final FilesInMemory memory = new FilesInMemory(24, Duration.ofMillis(20));
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

    @AfterEach
    void letGo() {
        done.countDown();
    }

    @Test
    void files_weigh_what_they_are_and_no_more_come_in_than_the_heap_carries() throws Exception {
        held(10 * MEGABYTE);
        held(10 * MEGABYTE);
        await().untilAtomic(working, is(2));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> memory.during(4 * MEGABYTE + 1, () -> "read"))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo(CommonProblem.SERVICE_BUSY))
                .satisfies(busy -> assertThat(busy.extras()).containsEntry("retryAfterSeconds", 1));
        assertThat(memory.during(4 * MEGABYTE, () -> "read")).isEqualTo("read");
    }

    @Test
    void what_is_larger_than_all_is_there_alone() throws Exception {
        assertThat(memory.during(25 * MEGABYTE, () -> "read")).isEqualTo("read");
        held(1);
        await().untilAtomic(working, is(1));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> memory.during(25 * MEGABYTE, () -> "read"));
    }

    @Test
    void who_fails_lets_go_as_well() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> memory.during(24 * MEGABYTE, () -> {
                    throw new IOException("of the test");
                }));

        assertThat(memory.during(24 * MEGABYTE, () -> "read")).isEqualTo("read");
    }

    private void held(long bytes) {
        CompletableFuture.runAsync(
                () -> {
                    try {
                        memory.during(bytes, () -> {
                            working.incrementAndGet();
                            try {
                                done.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return "read";
                        });
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }
}
