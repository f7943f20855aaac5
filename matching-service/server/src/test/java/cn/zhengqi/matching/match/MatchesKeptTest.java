package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.MatchResultCited;
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
    void a_result_that_a_loan_application_names_is_kept_as_long_as_it_and_is_never_edited() {
        known();
        UUID cited = matches.run(enterprise, Ids.next()).id();
        tell(new MatchResultCited(Ids.next(), cited, enterprise), 0);
        await().until(() -> jdbc.sql("select count(*) from cited_result where result_id = ?")
                        .param(cited)
                        .query(Long.class)
                        .single()
                == 1);
        clock.forward(Duration.ofDays(3000));
        matches.run(enterprise, Ids.next());

        matches.forgetOld();

        assertThat(matches.find(enterprise, cited).id()).isEqualTo(cited);
        assertThatThrownBy(() -> jdbc.sql("update match_result set result = '{}' where id = ?")
                        .param(cited)
                        .update())
                .hasMessageContaining("An answer stays as it was given");
    }

    @Test
    void after_two_years_a_result_goes_unless_it_is_the_latest() {
        known();
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

    private void known() {
        tell(Published.registered(enterprise, "91500113" + enterprise.toString().substring(26), false), 1);
        await().until(() -> jdbc.sql("select count(*) from enterprise where id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single()
                == 1);
    }
}
