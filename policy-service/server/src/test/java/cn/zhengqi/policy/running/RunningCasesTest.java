package cn.zhengqi.policy.running;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.policy.api.InternalRunningCases;
import cn.zhengqi.policy.api.InternalRunningCases.Running;
import cn.zhengqi.policy.redemption.RedemptionServiceTest;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps the people of an enterprise until it is done. */
class RunningCasesTest extends RedemptionServiceTest {

    @Autowired
    private InternalRunningCases cases;

    @Test
    void a_declaration_is_under_way_from_handing_in_until_it_is_decided_or_taken_back() {
        UUID project = opened(project()).id();
        Answer draft = whole(enterprise, project);
        assertThat(running(enterprise)).as("nobody has seen it").isEqualTo(new Running(0, 0));

        Answer submitted = my(enterprise, draft, "submit");
        assertThat(running(enterprise)).isEqualTo(new Running(1, 0));
        Answer taken = act(officer, submitted, "take-on", Map.of());
        assertThat(running(enterprise)).isEqualTo(new Running(1, 0));
        Answer sentBack = act(
                officer, taken, "send-back", Map.of("reason", "请补充材料", "marked", List.of(Map.of("key", "product"))));
        assertThat(sentBack.get("status")).as(sentBack.body().toString()).isEqualTo("SENT_BACK");
        assertThat(running(enterprise)).as("it waits for the enterprise").isEqualTo(new Running(1, 0));
        assertThat(running(anEnterprise())).as("of another").isEqualTo(new Running(0, 0));

        my(enterprise, sentBack, "withdraw");
        assertThat(running(enterprise)).isEqualTo(new Running(0, 0));
    }

    @Test
    void a_redemption_is_under_way_until_it_is_paid_or_over_and_what_is_only_offered_is_not() {
        Answer project = paying(100_000);
        Answer noticed = noticed(firm, project, 500_000);
        assertThat(running(firm)).isEqualTo(new Running(0, 1));

        afterTheNotice();
        assertThat(mineOf(firm).get("status")).isEqualTo("APPROVED");
        assertThat(running(firm)).as("its account may be wrong").isEqualTo(new Running(0, 1));
        mine(firm, get(firm, "/api/policy/my/redemptions/" + noticed.id()), "withdraw", Map.of());
        assertThat(running(firm)).isEqualTo(new Running(0, 0));

        CurrentUser found = aFirm();
        offered(exempt(), found);
        assertThat(mineOf(found).get("status")).isEqualTo("OFFERED");
        assertThat(running(found)).isEqualTo(new Running(0, 0));
    }

    private Running running(CurrentUser who) {
        return cases.running(Objects.requireNonNull(who.enterpriseId()));
    }
}
