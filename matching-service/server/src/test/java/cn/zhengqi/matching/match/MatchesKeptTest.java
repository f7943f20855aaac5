package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MatchesKeptTest extends MatchingTest {

    @Autowired
    private Matches matches;

    private final UUID enterprise = Ids.next();

    @Test
    void after_two_years_a_result_goes_unless_it_is_the_latest() {
        tell(Published.registered(enterprise, "91500113" + enterprise.toString().substring(26), false), 1);
        await().until(() -> jdbc.sql("select count(*) from enterprise where id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single()
                == 1);
        UUID first = matches.run(enterprise, Ids.next()).id();
        clock.forward(Duration.ofDays(700));
        UUID second = matches.run(enterprise, Ids.next()).id();

        clock.forward(Duration.ofDays(29));
        matches.forgetOld();
        assertThat(matches.find(enterprise, first).id()).isEqualTo(first);

        clock.forward(Duration.ofDays(2));
        matches.forgetOld();
        assertThatThrownBy(() -> matches.find(enterprise, first)).isInstanceOf(ProblemException.class);

        clock.forward(Duration.ofDays(1000));
        matches.forgetOld();
        assertThat(matches.find(enterprise, second).id()).isEqualTo(second);
    }
}
