package cn.zhengqi.matching.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.engine.Truth;
import org.junit.jupiter.api.Test;

class SandboxChangeTest {

    @Test
    void who_qualifies_now_and_is_not_decided_by_the_draft_has_not_lost() {
        assertThat(SandboxChange.of(Truth.TRUE, Truth.UNKNOWN)).isEqualTo(SandboxChange.UNKNOWN);
        assertThat(SandboxChange.of(Truth.TRUE, Truth.FALSE)).isEqualTo(SandboxChange.LOSE);
        assertThat(SandboxChange.of(Truth.TRUE, Truth.TRUE)).isEqualTo(SandboxChange.SAME);
        assertThat(SandboxChange.of(null, Truth.TRUE)).isEqualTo(SandboxChange.GAIN);
        assertThat(SandboxChange.of(Truth.FALSE, Truth.FALSE)).isEqualTo(SandboxChange.SAME);
    }
}
