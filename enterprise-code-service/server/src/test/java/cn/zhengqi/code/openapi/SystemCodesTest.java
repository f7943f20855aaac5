package cn.zhengqi.code.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class SystemCodesTest extends CodeServiceTest {

    private final CallingSystem system = new CallingSystem(
            Ids.next(),
            "办事大厅核验系统",
            Ids.next(),
            "重庆示例软件有限公司",
            false,
            Set.of(CodePermissions.VERIFY_BY_SYSTEM, CodePermissions.CARD_BY_SYSTEM));

    @Test
    void a_code_that_is_genuine_and_fresh_names_its_enterprise_and_is_not_used_up() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());

        for (int twice = 0; twice < 2; twice++) {
            ask(system, "/openapi/v1/codes/verify", content)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.valid")
                    .isEqualTo(true)
                    .jsonPath("$.kind")
                    .isEqualTo("DYNAMIC")
                    .jsonPath("$.uscc")
                    .isEqualTo(enterprise.uscc());
        }
        scan(content).expectStatus().isCreated();
        notValid(content, "CODE_USED");
    }

    @Test
    void at_which_level_staff_hold_an_enterprise_and_why_no_system_is_told() {
        EnterpriseRecord enterprise = holder("BASIC");
        Map<String, Object> level = Map.of("version", 0, "level", "WARNED", "reason", "多次投诉待核实");
        post(manager, "/codes/" + code(enterprise.id()).get("id") + "/level", level)
                .expectStatus()
                .isOk();
        String content = dynamicCode(enterprise.id());

        for (String path : List.of("/openapi/v1/codes/verify", "/openapi/v1/cards")) {
            ask(system, path, content)
                    .expectStatus()
                    .is2xxSuccessful()
                    .expectBody(String.class)
                    .value(answer ->
                            assertThat(answer).contains(enterprise.uscc()).doesNotContain("WARNED", "多次投诉待核实"));
        }
    }

    @Test
    void a_code_that_is_old_or_made_up_is_not_valid_and_names_nobody() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        clock.forward(Duration.ofMinutes(2));

        notValid(content, "CODE_EXPIRED");
        notValid("ZQ1:bWFkZSB1cA", "CODE_UNKNOWN");
    }

    @Test
    void a_card_is_shown_as_far_as_the_enterprise_allows_and_it_reads_by_whom() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());

        ask(system, "/openapi/v1/cards", content)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.sections[*].granted")
                .isEqualTo(List.of(true, false, false, false))
                .jsonPath("$.card.sections[0].items[0].value")
                .isEqualTo("陈志远");

        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.items[0].scannerName")
                .isEqualTo("办事大厅核验系统")
                .jsonPath("$.items[0].scannerInstitution")
                .isEqualTo("重庆示例软件有限公司")
                .jsonPath("$.items[0].source")
                .isEqualTo("SYSTEM");
        refused(ask(system, "/openapi/v1/cards", content), 409, "CODE_USED");
        assertThat(jdbc.sql("select data -> 'actor' ->> 'name' from outbox where type = 'audit.ChangeRecorded'"
                                + " and data ->> 'action' = 'CODE_SCANNED' and data ->> 'subjectId' = ?")
                        .param(enterprise.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("重庆示例软件有限公司 办事大厅核验系统");
    }

    @Test
    void a_printed_code_is_verified_but_opens_no_card_to_a_system() {
        EnterpriseRecord enterprise = holder("BASIC");
        String printed = (String) code(enterprise.id()).get("staticContent");

        ask(system, "/openapi/v1/codes/verify", printed)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("STATIC");
        refused(ask(system, "/openapi/v1/cards", printed), 400, "DYNAMIC_CODE_REQUIRED");
    }

    @Test
    void a_card_that_the_enterprise_shows_nobody_is_not_shown_to_a_system() {
        EnterpriseRecord enterprise = holder();
        refused(ask(system, "/openapi/v1/cards", dynamicCode(enterprise.id())), 403, "CONSENT_REQUIRED");
    }

    @Test
    void a_system_is_shown_what_the_enterprise_allows_those_who_answer_for_it() {
        EnterpriseRecord enterprise = holder("BASIC");
        put(memberOf(enterprise.id()), "/my/consents/BASIC", Map.of("granted", true, "scanners", List.of("BANK")))
                .expectStatus()
                .isOk();
        CallingSystem ofBank = new CallingSystem(
                Ids.next(), "某银行系统", Ids.next(), "某银行", false, system.permissions(), Set.of(), UserType.BANK);

        ask(ofBank, "/openapi/v1/cards", dynamicCode(enterprise.id()))
                .expectStatus()
                .isCreated();
        ask(system, "/openapi/v1/cards", dynamicCode(enterprise.id()))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("企业已撤回授权，其他扫码人不能查看");
    }

    @Test
    void a_key_may_what_its_scopes_say_and_nothing_else() {
        EnterpriseRecord enterprise = holder("BASIC");
        CallingSystem verifier = new CallingSystem(
                Ids.next(), "只核验", Ids.next(), "某公司", false, Set.of(CodePermissions.VERIFY_BY_SYSTEM));
        refused(ask(verifier, "/openapi/v1/cards", dynamicCode(enterprise.id())), 403, "FORBIDDEN");
        refused(ask(system, "/api/code/scans", dynamicCode(enterprise.id())), 403, "FORBIDDEN");
        refused(
                service.withToken(TestTokens.of(system))
                        .get()
                        .uri("/api/code/my/claims")
                        .exchange(),
                403,
                "FORBIDDEN");
    }

    @Test
    void in_the_sandbox_codes_of_demo_enterprises_count_and_no_others() {
        CallingSystem sandbox =
                new CallingSystem(system.id(), system.name(), system.ownerId(), "某公司", true, system.permissions());
        EnterpriseRecord real = holder("BASIC");
        EnterpriseRecord demo = holder("BASIC");
        isOfTheDemo(demo);

        ask(sandbox, "/openapi/v1/codes/verify", dynamicCode(real.id()))
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.problem")
                .isEqualTo("SANDBOX_DEMO_ONLY")
                .jsonPath("$.enterpriseName")
                .doesNotExist();
        refused(ask(sandbox, "/openapi/v1/cards", dynamicCode(real.id())), 403, "SANDBOX_DEMO_ONLY");
        ask(sandbox, "/openapi/v1/codes/verify", dynamicCode(demo.id()))
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(true);
        ask(sandbox, "/openapi/v1/cards", dynamicCode(demo.id())).expectStatus().isCreated();
    }

    @Test
    void that_the_register_is_away_is_no_word_about_a_code() {
        CallingSystem sandbox =
                new CallingSystem(system.id(), system.name(), system.ownerId(), "某公司", true, system.permissions());
        String content = dynamicCode(holder("BASIC").id());
        theRegisterIsSilent();

        refused(ask(sandbox, "/openapi/v1/codes/verify", content), 503, "SERVICE_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/v1/codes/verify", "/openapi/v1/cards"})
    void a_person_has_no_business_there(String path) {
        CurrentUser person = TestUsers.ofDepartment(Ids.next(), CodePermissions.SCAN, "self");
        refused(
                service.as(person)
                        .post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("content", "ZQ1:x"))
                        .exchange(),
                403,
                "FORBIDDEN");
    }

    private void notValid(String content, String problem) {
        ask(system, "/openapi/v1/codes/verify", content)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.problem")
                .isEqualTo(problem)
                .jsonPath("$.enterpriseName")
                .doesNotExist();
    }

    private ResponseSpec ask(CallingSystem caller, String path, String content) {
        return service.withToken(TestTokens.of(caller))
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("content", content))
                .exchange();
    }

    @Test
    void a_card_whose_answer_was_lost_is_read_again_under_its_key_though_the_code_is_used_up() {
        String content = dynamicCode(holder("BASIC").id());
        String key = Ids.next().toString();

        String first = card(content, key);

        assertThat(card(content, key)).isEqualTo(first).contains("scanId");
        refused(ask(system, "/openapi/v1/cards", content), 409, "CODE_USED");
    }

    private String card(String content, String key) {
        return Objects.requireNonNull(service.withToken(TestTokens.of(system))
                .post()
                .uri("/openapi/v1/cards")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("content", content))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
