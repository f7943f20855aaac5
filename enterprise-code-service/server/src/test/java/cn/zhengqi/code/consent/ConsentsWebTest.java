package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

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
    }

    @Test
    void a_consent_is_granted_and_withdrawn_and_both_stay_on_record() {
        set("TAX", true);
        granted("TAX", true);
        set("TAX", false);
        granted("TAX", false);

        assertThat(onRecord()).containsExactly("granted by 测试企业管理员", "withdrawn by 测试企业管理员");
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
    void what_a_person_grants_in_another_service_is_a_consent_like_any_other() {
        wish("TAX", false)
                .jsonPath("$.granted")
                .isEqualTo(false)
                .jsonPath("$.grantedAt")
                .doesNotExist();
        assertThat(count("select count(*) from consent_change where enterprise_id = ?", enterprise))
                .isZero();

        wish("TAX", true)
                .jsonPath("$.granted")
                .isEqualTo(true)
                .jsonPath("$.grantedAt")
                .exists();
        granted("TAX", true);
        assertThat(onRecord()).containsExactly("granted by 王小明");
        wish("TAX", false)
                .jsonPath("$.granted")
                .isEqualTo(false)
                .jsonPath("$.grantedAt")
                .exists();
        granted("TAX", false);
    }

    @Test
    void changes_of_different_consents_of_an_enterprise_are_in_one_order() {
        set("TAX", true);
        set("ASSET", true);
        set("TAX", false);

        assertThat(jdbc.sql("select version from outbox where subject = ? order by seq")
                        .param(enterprise)
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L, 3L);
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

        granted("LEGAL", true);
    }

    private List<String> onRecord() {
        return jdbc.sql("""
                        select case when granted then 'granted' else 'withdrawn' end || ' by ' || actor_name
                        from consent_change where enterprise_id = ? order by id""").param(enterprise).query(String.class).list();
    }

    private void set(String category, boolean granted) {
        put(memberOf(enterprise), "/my/consents/" + category, Map.of("granted", granted))
                .expectStatus()
                .isOk();
    }

    private void granted(String category, boolean granted) {
        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.category == '%s')].granted".formatted(category))
                .isEqualTo(List.of(granted));
    }

    private RestTestClient.BodyContentSpec wish(String category, boolean granted) {
        return service.asService("matching-service")
                .put()
                .uri("/internal/consents/{enterprise}/{category}", enterprise, category)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("granted", granted, "actorId", Ids.next(), "actorName", "王小明"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
