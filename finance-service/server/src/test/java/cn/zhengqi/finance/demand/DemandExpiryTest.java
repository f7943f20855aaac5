package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.promise.PromiseSweep;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What time does to demands: they end, offers end, answers are late, and there are only so many a day. */
class DemandExpiryTest extends DemandServiceTest {

    @Autowired
    private DemandExpiry expiry;

    @Autowired
    private PromiseSweep promises;

    @Autowired
    private MovableClock clock;

    /** A Friday morning with enough of the calendar after it. */
    @BeforeEach
    void it_is_a_working_day_in_autumn() {
        clock.forward(Duration.between(
                clock.instant(),
                OffsetDateTime.parse("2026-11-06T10:00:00+08:00").toInstant()));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void a_demand_ends_after_its_thirtieth_day_once_whoever_sweeps() throws Exception {
        Bank fitting = aBank();
        aProductOf(fitting);
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        assertThat(get(claimerOf(fitting), FITTING + "/" + id).status()).isEqualTo(200);
        days(30);
        expiry.run();
        assertThat(statusOf(id)).isEqualTo("OPEN");

        days(1);
        assertThat(get(claimerOf(fitting), FITTING + "/" + id).status())
                .as("over before anybody has swept")
                .isEqualTo(404);
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            copies.invokeAll(Collections.nCopies(6, () -> expiry.run()));
        }
        expiry.run();

        assertThat(statusOf(id)).isEqualTo("EXPIRED");
        assertThat(claimStates(id)).containsExactly("LAPSED");
        assertThat(eventsOf(id)).containsOnlyOnce("finance.FinancingDemandEnded");
        assertThat(banksToldOf(id, "Ended"))
                .as("whoever heard of it hears that it is over")
                .isNotEqualTo("[]")
                .isEqualTo(banksToldOf(id, "Posted"));
        assertThat(eventsOf(claimed.id())).containsOnlyOnce("finance.DemandClaimEnded");
    }

    @Test
    void an_offer_ends_after_its_last_day_and_the_demand_goes_on() {
        UUID id = posted();
        Answer offered = offer(claimer, claim(claimer, id));
        days(5);
        expiry.run();
        assertThat(claimStates(id)).containsExactly("OFFERED");

        days(1);
        assertThat(choose(offered, Ids.next().toString()).code()).isEqualTo("OFFER_OVER");
        expiry.run();
        expiry.run();

        assertThat(claimStates(id)).containsExactly("LAPSED");
        assertThat(statusOf(id)).isEqualTo("OPEN");
        assertThat(eventsOf(offered.id())).containsOnlyOnce("finance.DemandClaimEnded");
        assertThat(applicationsOf(poster)).isZero();
    }

    @Test
    void a_claim_without_an_answer_in_three_working_days_is_broken_and_stands_on_the_board() {
        CurrentUser overseer = TestUsers.ofDepartment(Ids.next(), FinancePermissions.OVERSEE_ANSWERS);
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        days(4);
        promises.run();
        assertThat(onTheBoard(overseer, "OVERDUE")).doesNotContain(claimed.id().toString());

        days(3);
        promises.run();

        assertThat(onTheBoard(overseer, "OVERDUE")).contains(claimed.id().toString());
        assertThat(jdbc.sql("select data::text from outbox where type = 'finance.DemandPromiseCalled'"
                                + " and data ->> 'demandId' = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(told -> told.contains(NAME));
        String promise =
                ((Map<?, ?>) claimAsItIs(claimer, id).get("promise")).get("id").toString();
        assertThat(post(overseer, "/api/finance/promises/" + promise + "/urge?kind=DEMAND_ANSWER", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(offer(claimer, claimAsItIs(claimer, id)).status())
                .as("late is better than never")
                .isEqualTo(200);
        assertThat(onTheBoard(overseer, "OPEN")).doesNotContain(claimed.id().toString());
    }

    @Test
    void three_demands_stand_at_a_time_also_when_they_come_at_once() throws Exception {
        List<Answer> answers = atOnce(IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(i -> () -> postDemand(poster, demand()))
                .toList());

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(DemandDesk.MOST_OPEN);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .containsOnly("DEMANDS_OPEN");
        assertThat(postDemand(aPoster(), demand()).status()).isEqualTo(201);

        days(31);
        assertThat(postDemand(poster, demand()).status())
                .as("what is over does not count, swept or not")
                .isEqualTo(201);
    }

    @Test
    void who_posts_and_takes_back_all_day_comes_again_tomorrow() {
        for (int i = 0; i < DemandDesk.MOST_A_DAY; i++) {
            UUID id = posted();
            post(poster, MINE + "/" + id + "/withdraw", Map.of("version", 0));
        }

        Answer refused = postDemand(poster, demand());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("DEMANDS_USED_UP");
        assertThat((Integer) refused.get("retryAfterSeconds")).isPositive();
        days(1);
        assertThat(postDemand(poster, demand()).status()).isEqualTo(201);
    }

    private List<String> onTheBoard(CurrentUser overseer, String standing) {
        return items(get(overseer, "/api/finance/promises?kind=DEMAND_ANSWER&size=100&standing=" + standing)).stream()
                .map(it -> (String) it.get("caseId"))
                .toList();
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
    }

    private String banksToldOf(UUID id, String what) {
        return jdbc.sql("select data ->> 'banks' from outbox where subject = ? and type = ?")
                .params(id, "finance.FinancingDemand" + what)
                .query(String.class)
                .single();
    }
}
