package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.ActivitySignUpAffected;
import cn.zhengqi.finance.api.ActivitySignUpAffected.By;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessageServiceTest
class ActivityNoticesTest {

    private final UUID person = Ids.next();
    private final UUID signUp = Ids.next();
    private final UUID activity = Ids.next();
    private final UUID enterprise = Ids.next();

    @Autowired
    private Notices notices;

    @Test
    void who_signed_up_hears_what_becomes_of_it_and_is_led_to_the_activity() {
        tell(By.MOVED_UP, "政务服务中心一楼", null, 1);
        await().untilAsserted(() -> assertThat(notices.wholly(person)).hasSize(1));
        assertThat(notices.wholly(person).getFirst())
                .isEqualTo(
                        "候补成功，已为您报名 /finance/activities/" + activity
                                + " “银企对接会”有了空余名额，贵企业的候补（2 人）已转为报名成功。时间：2026年12月10日 14:00，地点：政务服务中心一楼。请凭签到码到场签到；不能参加的，请及时取消报名。");

        tell(By.REARRANGED, null, null, 2);
        await().untilAsserted(() -> assertThat(notices.wholly(person)).hasSize(2));
        assertThat(notices.wholly(person).get(1)).contains("现为：2026年12月10日 14:00，地点：线上");

        tell(By.DUE, null, null, 3);
        await().untilAsserted(() -> assertThat(notices.wholly(person)).hasSize(3));
        assertThat(notices.wholly(person).get(2)).startsWith("报名的活动即将开始").contains("地点：线上。请届时从活动页面线上参加。");

        tell(By.CANCELLED, null, "场地检修", 4);
        await().untilAsserted(() -> assertThat(notices.wholly(person)).hasSize(4));
        assertThat(notices.wholly(person).get(3)).endsWith("已取消，原因：场地检修。");
    }

    private void tell(By by, @Nullable String place, @Nullable String reason, long version) {
        ActivitySignUpAffected event = new ActivitySignUpAffected(
                signUp,
                activity,
                enterprise,
                person,
                false,
                "银企对接会",
                Instant.parse("2026-12-10T06:00:00Z"),
                place,
                2,
                by,
                reason,
                Instant.now());
        notices.tell(event, version);
    }
}
