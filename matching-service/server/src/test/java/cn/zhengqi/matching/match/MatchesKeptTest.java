package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.MatchResultCited;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.profile.TaxDataEnded;
import cn.zhengqi.testing.TestUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

class MatchesKeptTest extends MatchingTest {

    @Autowired
    private Matches matches;

    @Autowired
    private ApplicationEventPublisher inside;

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

    @Test
    void who_asks_again_or_twice_at_once_and_nothing_changed_gets_the_same_answer() throws Exception {
        known();
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> ask =
                    () -> ids.add(matches.run(enterprise, Ids.next()).id());
            for (var one : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                one.get();
            }
        }
        ids.add(matches.run(enterprise, Ids.next()).id());

        assertThat(ids).hasSize(1);
        assertThat(rows("select count(*) from match_result where enterprise_id = ?"))
                .isEqualTo(1);
        assertThat(
                        rows(
                                "select count(*) from outbox where type = 'matching.MatchCompleted' and data ->> 'enterpriseId' = ?::text"))
                .isEqualTo(1);
        clock.forward(Duration.ofDays(1));
        assertThat(matches.run(enterprise, Ids.next()).id()).as("another day").isNotIn(ids);
    }

    @Test
    void who_has_had_too_many_answers_in_an_hour_waits() {
        known();
        matches.run(enterprise, Ids.next());
        more(Matches.MOST_IN_SPAN - 1, Duration.ZERO);
        somethingChanged();

        assertThatThrownBy(() -> matches.run(enterprise, Ids.next())).hasMessageContaining("TOO_MANY_REQUESTS");
        clock.forward(Duration.ofMinutes(61));
        assertThat(matches.run(enterprise, Ids.next())).isNotNull();
    }

    @Test
    void who_has_had_too_many_answers_in_a_day_waits_for_the_next_and_still_sees_what_there_is() {
        known();
        Instant noon =
                BusinessTime.startOf(BusinessTime.today(clock).plusDays(1)).plus(Duration.ofHours(12));
        clock.forward(Duration.between(clock.instant(), noon));
        UUID last = matches.run(enterprise, Ids.next()).id();
        more(Matches.MOST_IN_DAY - 1, Duration.ofHours(2));
        more(Matches.MOST_IN_DAY, Duration.ofHours(13));
        somethingChanged();

        client.as(TestUsers.ofEnterprise(enterprise, "enterprise.own"))
                .post()
                .uri("/api/match/my/match")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_REQUESTS")
                .jsonPath("$.detail")
                .isEqualTo("本企业今天已匹配 100 次，达到每日上限，请明天再试；已有的匹配结果仍可查看");
        assertThat(matches.latest(enterprise)).map(MatchResult::id).contains(last);
        clock.forward(Duration.ofHours(12).plusSeconds(1));
        assertThat(matches.run(enterprise, Ids.next()).id()).isNotEqualTo(last);
    }

    @Test
    void after_a_month_the_last_twenty_are_left_and_what_is_cited() {
        known();
        matches.run(enterprise, Ids.next());
        more(30, Duration.ofHours(1));
        more(5, Duration.ofDays(1));
        UUID cited = jdbc.sql("select id from match_result where enterprise_id = ? order by created_at limit 1")
                .param(enterprise)
                .query(UUID.class)
                .single();
        jdbc.sql("insert into cited_result (result_id, application_id) values (?, gen_random_uuid())")
                .param(cited)
                .update();
        clock.forward(Duration.ofDays(29));
        matches.forgetOld();
        assertThat(rows("select count(*) from match_result where enterprise_id = ?"))
                .as("for a month all")
                .isEqualTo(36);

        clock.forward(Duration.ofDays(3));
        matches.forgetOld();

        assertThat(rows("select count(*) from match_result where enterprise_id = ?"))
                .isEqualTo(Matches.LATEST_KEPT + 1);
        assertThat(matches.find(enterprise, cited)).isNotNull();
        assertThat(matches.latest(enterprise)).isPresent();
    }

    @Test
    void that_a_result_went_with_its_tax_data_is_remembered_for_as_long_as_the_result_would_have_been() {
        UUID gone = Ids.next();
        jdbc.sql("insert into ended_result (id, enterprise_id, made_at, ended_at) values (?, ?, ?, ?)")
                .params(gone, enterprise, BusinessTime.at(clock.instant()), BusinessTime.at(clock.instant()))
                .update();

        clock.forward(Duration.ofDays(729));
        matches.forgetOld();
        assertThatThrownBy(() -> matches.find(enterprise, gone)).hasMessageContaining("TAX_AUTHORIZATION_ENDED");

        clock.forward(Duration.ofDays(2));
        matches.forgetOld();
        assertThatThrownBy(() -> matches.find(enterprise, gone)).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void what_rested_on_tax_data_that_has_gone_is_the_current_answer_no_longer_although_an_application_names_it() {
        known();
        taxed();
        UUID cited = matches.run(enterprise, Ids.next()).id();
        jdbc.sql("insert into cited_result (result_id, application_id) values (?, gen_random_uuid())")
                .param(cited)
                .update();
        assertThat(matches.changes(enterprise).profile()).isFalse();

        untaxed();

        assertThat(matches.find(enterprise, cited).id()).isEqualTo(cited);
        assertThat(matches.changes(enterprise).profile()).isTrue();
        asked("GET", "/api/match/my/match/latest");
        asked("GET", "/api/match/my/report");
        asked("POST", "/api/match/my/reports");
        clock.forward(Duration.ofSeconds(1));
        UUID anew = matches.run(enterprise, Ids.next()).id();
        assertThat(anew).isNotEqualTo(cited);
        assertThat(matches.latest(enterprise)).map(MatchResult::id).contains(anew);
        assertThat(matches.changes(enterprise).profile()).isFalse();
    }

    @Test
    void a_result_from_before_one_that_went_with_its_tax_data_is_not_taken_for_the_current_answer() {
        known();
        UUID before = matches.run(enterprise, Ids.next()).id();
        clock.forward(Duration.ofSeconds(1));
        taxed();
        matches.run(enterprise, Ids.next());
        clock.forward(Duration.ofSeconds(1));

        untaxed();

        assertThat(matches.changes(enterprise).profile()).isTrue();
        asked("GET", "/api/match/my/match/latest");
        clock.forward(Duration.ofSeconds(1));
        assertThat(matches.run(enterprise, Ids.next()).id()).isNotEqualTo(before);
        assertThat(matches.changes(enterprise).profile()).isFalse();
    }

    @Test
    void where_all_results_went_with_their_tax_data_nobody_is_told_that_there_was_none() {
        known();
        taxed();
        matches.run(enterprise, Ids.next());
        clock.forward(Duration.ofSeconds(1));

        untaxed();

        assertThat(rows("select count(*) from match_result where enterprise_id = ?"))
                .isZero();
        asked("GET", "/api/match/my/match/latest");
        asked("GET", "/api/match/my/next-facts");
        clock.forward(Duration.ofSeconds(1));
        assertThat(matches.run(enterprise, Ids.next()).id())
                .isEqualTo(matches.latest(enterprise).orElseThrow().id());
    }

    @Test
    void a_result_from_before_one_that_went_with_its_tax_data_is_not_the_current_answer_years_later_either() {
        known();
        matches.run(enterprise, Ids.next());
        clock.forward(Duration.ofSeconds(1));
        taxed();
        matches.run(enterprise, Ids.next());
        clock.forward(Duration.ofSeconds(1));
        untaxed();

        clock.forward(Duration.ofDays(731));
        matches.forgetOld();

        asked("GET", "/api/match/my/match/latest");
        matches.run(enterprise, Ids.next());
        matches.forgetOld();
        assertThat(rows("select count(*) from match_result where enterprise_id = ?"))
                .isEqualTo(1);
        assertThat(rows("select count(*) from ended_result where enterprise_id = ?"))
                .as("nothing of before is there any more")
                .isZero();
    }

    @Test
    void what_was_matched_after_the_last_day_of_tax_data_and_before_it_was_taken_away_is_the_current_answer() {
        known();
        taxed();
        jdbc.sql("update tax_authorization set valid_until = ? where enterprise_id = ?")
                .params(BusinessTime.today(clock), enterprise)
                .update();
        UUID withTaxData = matches.run(enterprise, Ids.next()).id();
        Instant midnight = BusinessTime.startOf(BusinessTime.today(clock).plusDays(1));
        clock.forward(Duration.between(clock.instant(), midnight).plusMinutes(5));
        UUID without = matches.run(enterprise, Ids.next()).id();
        assertThat(without).isNotEqualTo(withTaxData);
        clock.forward(Duration.ofMinutes(5));

        untaxed();

        assertThat(matches.latest(enterprise)).map(MatchResult::id).contains(without);
        assertThat(matches.changes(enterprise).profile()).isFalse();
        assertThat(matches.run(enterprise, Ids.next()).id()).isEqualTo(without);
        assertThatThrownBy(() -> matches.find(enterprise, withTaxData)).hasMessageContaining("TAX_AUTHORIZATION_ENDED");
    }

    private void asked(String method, String uri) {
        client.as(administratorOf(enterprise))
                .method(HttpMethod.valueOf(method))
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GONE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TAX_AUTHORIZATION_ENDED")
                .jsonPath("$.detail")
                .isEqualTo("涉税数据授权已收回或已到期，上次匹配用到了这些数据，不再作为当前结果，请重新匹配");
    }

    private void taxed() {
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                        values (?, '政策匹配', gen_random_uuid(), now(), 'infinity', now())""").param(enterprise).update();
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'taxPaid12m', 'TAX', '81', current_date)")
                .param(enterprise)
                .update();
    }

    private void untaxed() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from fact where enterprise_id = ? and source = 'TAX'")
                    .param(enterprise)
                    .update();
            jdbc.sql("delete from tax_authorization where enterprise_id = ?")
                    .param(enterprise)
                    .update();
            inside.publishEvent(new TaxDataEnded(enterprise));
        });
    }

    /** Answers before the one that there is: the first this long before it, the others each a moment earlier. */
    private void more(int answers, Duration before) {
        jdbc.sql("""
                        insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result)
                        select gen_random_uuid(), enterprise_id, created_at - ? * interval '1 second' - n * interval '1 millisecond',
                          created_by, as_of, '{}', result
                        from (select * from match_result where enterprise_id = ? order by created_at desc limit 1) latest, generate_series(1, ?) n""").params(before.toSeconds(), enterprise, answers).update();
    }

    private void somethingChanged() {
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'employees', 'SELF', '7', current_date)")
                .param(enterprise)
                .update();
    }

    private long rows(String sql) {
        return jdbc.sql(sql).param(enterprise).query(Long.class).single();
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
