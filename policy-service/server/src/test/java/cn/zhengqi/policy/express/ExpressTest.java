package cn.zhengqi.policy.express;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.redemption.PaymentServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 政策直通车: what can be done now, by field and by department. */
class ExpressTest extends PaymentServiceTest {

    private final LocalDate today = LocalDate.now(BusinessTime.ZONE);

    @Test
    void what_can_be_declared_and_what_is_paid_stand_in_one_list_the_soonest_over_first() {
        Map<String, Object> later = project();
        later.put("opensOn", today.plusDays(3).toString());
        later.put("closesOn", today.plusDays(5).toString());
        UUID notYet = opened(later).id();
        Map<String, Object> last = project();
        last.put("closesOn", today.toString());
        last.put("quota", 1);
        UUID lastDay = opened(last).id();
        UUID paying = paying(500_000).id();
        created(project());

        Answer page = express("");

        assertThat(items(page))
                .extracting(it -> it.get("id"))
                .containsExactly(lastDay.toString(), paying.toString(), notYet.toString());
        assertThat(items(page).getFirst())
                .containsEntry("kind", "DECLARATION")
                .containsEntry("window", "OPEN")
                .containsEntry("daysLeft", 0)
                .containsEntry("placesLeft", 1);
        assertThat(items(page).get(1))
                .containsEntry("kind", "REDEMPTION")
                .containsEntry("daysLeft", 30)
                .containsEntry("moneyLeft", 500_000.0)
                .doesNotContainKey("placesLeft");
        assertThat(items(page).getLast()).containsEntry("window", "NOT_YET").doesNotContainKey("daysLeft");

        submitted(enterprise, lastDay);
        assertThat(items(express("")).getFirst()).containsEntry("placesLeft", 0);
    }

    @Test
    void it_is_narrowed_by_field_department_kind_and_words_and_each_way_says_how_many_are_left() {
        opened(project());
        Answer payout = paying(500_000);

        Answer redeemed = express("&kind=REDEMPTION");

        assertThat(items(redeemed))
                .extracting(it -> it.get("id"))
                .containsExactly(payout.id().toString());
        assertThat(ways(redeemed, "kinds"))
                .extracting(it -> it.get("value") + " " + it.get("label") + " " + it.get("count"))
                .containsExactly("DECLARATION 政策申报 1", "REDEMPTION 政策兑现 1");
        assertThat(ways(redeemed, "institutions"))
                .filteredOn(it -> it.get("value").equals(department.toString()))
                .extracting(it -> it.get("count"))
                .containsExactly(1);
        Object category = items(redeemed).getFirst().get("category");
        assertThat(express("&category=" + category).get("total")).isEqualTo(2);
        String other = List.of("TAX", "INDUSTRY", "INNOVATION", "FUNDING").stream()
                .filter(it -> !it.equals(category))
                .findFirst()
                .orElseThrow();
        assertThat(express("&category=" + other).get("total")).isEqualTo(0);
        assertThat(express("&q=设备更新补助").get("total")).isEqualTo(1);
        assertThat(express("&q=%25").get("total"))
                .as("a sign of patterns is a sign")
                .isEqualTo(0);
    }

    @Test
    void what_is_over_closed_or_under_a_policy_that_is_withdrawn_or_over_is_not_there() {
        Answer open = opened(project());
        Answer payout = paying(500_000);
        assertThat(express("").get("total")).isEqualTo(2);

        withdrawn(() -> assertThat(express("").get("total")).isEqualTo(0));
        over(() -> assertThat(express("").get("total")).isEqualTo(0));
        jdbc.sql("update redemption_project set opens_on = ?, closes_on = ? where id = ?")
                .params(today.minusDays(9), today.minusDays(1), payout.id())
                .update();
        post(officer, "/api/policy/manage/projects/" + open.id() + "/close", Map.of("version", open.version()));

        assertThat(express("").get("total")).isEqualTo(0);
    }

    /** Of the department of this test alone: others have projects too. */
    private Answer express(String more) {
        return answerOf(client.anonymous()
                .get()
                .uri("/api/policy/express?institutionId=" + department + more)
                .exchange());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> ways(Answer page, String of) {
        return (List<Map<String, Object>>) page.get(of);
    }
}
