package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(waitsUntil(ration::begins)).isTrue();
    }

    @Test
    void who_waits_when_there_were_enough_orders_begins_none() {
        ration.begins();
        acknowledged.addAndGet(10);

        assertThat(ration.allowsAnother(() -> true)).isFalse();
    }

    @Test
    void who_waits_when_nobody_will_give_another_begins_none() {
        assertThat(waitsUntil(ration::ends)).isFalse();
    }

    @Test
    void killings_that_fail_leave_nobody_waiting(@TempDir Path root) {
        ration.begins();
        acknowledged.addAndGet(10);
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var terminal = new Terminal(silent, silent);
        // Nothing of it runs: the first to be killed is not there.
        var platform = new Platform(Workspace.of(root, 0), Topology.of(0, List.of()), terminal);
        var killings = new Killings(platform, Set.of("gateway"), ration, () -> 0, terminal, new Random(1));

        assertThatThrownBy(killings::go).isInstanceOf(LauncherException.class).hasMessageContaining("gateway");

        assertThat(CompletableFuture.supplyAsync(() -> ration.allowsAnother(() -> false)))
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo(false);
    }

    /** Whether who has used up the ration may begin another loan after this. */
    private boolean waitsUntil(Runnable then) {
        ration.begins();
        acknowledged.addAndGet(10);
        var asked = new CompletableFuture<Void>();
        var another = CompletableFuture.supplyAsync(() -> ration.allowsAnother(() -> {
            asked.complete(null);
            return false;
        }));
        // It was asked, and holds the lock until it waits: only then can anybody else come in.
        asked.join();
        then.run();
        return another.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
