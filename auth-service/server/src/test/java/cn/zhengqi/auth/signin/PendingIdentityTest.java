package cn.zhengqi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.provider.OutsideIdentity;
import cn.zhengqi.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingIdentityTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private final PendingIdentity arrived =
            PendingIdentity.of(new OutsideIdentity("quyu", "person-1", "李新来", null), NOW);

    @Test
    void nobody_is_bound_before_they_say_that_they_have_an_account() {
        assertThat(arrived.isBoundWith("")).isFalse();
        assertThat(arrived.forAccount()).isNull();
    }

    @Test
    void the_page_that_was_told_binds_and_no_other() {
        PendingIdentity begun = arrived.binding("told-here");

        assertThat(begun.isBoundWith("told-here")).isTrue();
        assertThat(begun.isBoundWith("told-there")).isFalse();
        assertThat(begun.binding("told-later").isBoundWith("told-here")).isFalse();
    }

    @Test
    void beginning_again_takes_back_for_whom_it_was() {
        UUID account = Ids.next();

        assertThat(arrived.binding("one").provedFor(account).forAccount()).isEqualTo(account);
        assertThat(arrived.binding("one").provedFor(account).binding("two").forAccount())
                .isNull();
    }

    @Test
    void it_is_over_ten_minutes_after_the_provider_sent_them_whatever_is_said_meanwhile() {
        assertThat(arrived.binding("told").provedFor(Ids.next()).until()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }
}
