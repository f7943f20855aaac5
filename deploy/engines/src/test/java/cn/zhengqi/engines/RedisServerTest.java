package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedisServerTest {

    @Test
    void it_starts_survives_a_crash_and_goes_with_its_folder() {
        var home = EngineHome.temporary("redis");
        int port = Ports.free();
        var first = RedisServer.start(home, port, "secret");
        assertThat(first.isHealthy()).isTrue();
        assertThat(RedisServer.start(home, port, "secret").pid()).isEqualTo(first.pid());
        first.kill();
        var second = RedisServer.start(home, port, "secret");
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.isHealthy()).isTrue();
        second.close();
        assertThat(second.isHealthy()).isFalse();
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void the_binary_from_the_jar_runs_on_this_machine() throws IOException, InterruptedException {
        var binary = RedisServer.embedded(EngineHome.temporary("redis-cache").folder());
        var process = new ProcessBuilder(binary.toString(), "--version").start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("Redis server v=6.2");
        assertThat(process.waitFor()).isZero();
        EngineHome.delete(binary.getParent());
    }
}
