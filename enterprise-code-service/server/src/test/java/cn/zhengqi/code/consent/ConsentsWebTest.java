package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentsWebTest extends CodeServiceTest {

    private final UUID enterprise = Ids.next();

    @Test
    void an_enterprise_that_never_said_anything_has_granted_nothing() {
        get(memberOf(enterprise), "/my/consents")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[*].category")
                .isEqualTo(List.of("BASIC", "INVESTMENT", "ASSET", "LEGAL", "TAX"))
                .jsonPath("$[*].granted")
                .isEqualTo(List.of(false, false, false, false, false))
                .jsonPath("$[0].label")
                .isEqualTo("基本信息");
        asked("TAX", false);
    }

    @Test
    void a_consent_is_granted_and_withdrawn_and_both_stay_on_record() {
        set("TAX", true);
        asked("TAX", true);
        set("TAX", false);
        asked("TAX", false);

        get(memberOf(enterprise), "/my/consents/TAX/history")
                .expectBody()
                .jsonPath("$[*].granted")
                .isEqualTo(List.of(false, true))
                .jsonPath("$[0].actorName")
                .isEqualTo("测试企业管理员");
        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[4].grantedAt")
                .exists()
                .jsonPath("$[4].withdrawnAt")
                .exists();
    }

    @Test
    void saying_the_same_twice_is_said_once() {
        set("ASSET", true);
        set("ASSET", true);

        assertThat(count("select count(*) from outbox where type = 'code.ConsentChanged' and subject = ?", enterprise))
                .isEqualTo(1);
        assertThat(count("select count(*) from consent_change where enterprise_id = ?", enterprise))
                .isEqualTo(1);
    }

    @Test
    void an_unknown_category_is_refused() {
        refused(put(memberOf(enterprise), "/my/consents/SECRETS", Map.of("granted", true)), 400, "VALIDATION_FAILED");
        refused(put(memberOf(enterprise), "/my/consents/TAX", Map.of()), 400, "VALIDATION_FAILED");
    }

    @Test
    void nobody_consents_for_another() {
        set("LEGAL", true);

        put(memberOf(Ids.next()), "/my/consents/LEGAL", Map.of("granted", false))
                .expectStatus()
                .isOk();

        asked("LEGAL", true);
    }

    private void set(String category, boolean granted) {
        put(memberOf(enterprise), "/my/consents/" + category, Map.of("granted", granted))
                .expectStatus()
                .isOk();
    }

    private void asked(String category, boolean granted) {
        service.asService("matching-service")
                .get()
                .uri("/internal/consents/{enterprise}/{category}", enterprise, category)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.granted")
                .isEqualTo(granted);
    }
}
