package cn.zhengqi.code.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.api.InternalConsents.SystemAsks;
import cn.zhengqi.code.api.InternalConsents.SystemMay;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InstitutionRenamed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Another system reads what fits an enterprise by its consent, from the first question to the withdrawal. */
class MatchConsentsTest extends CodeServiceTest {

    @Autowired
    private EventHandler<InstitutionRenamed> renamed;

    private final UUID owner = Ids.next();
    private final UUID key = Ids.next();

    @Test
    void whoever_is_shown_the_code_asks_and_the_enterprise_answers_in_its_consent_centre() {
        EnterpriseRecord enterprise = holder();

        refused(shown(enterprise), "CONSENT_REQUIRED");
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].receiverName")
                .isEqualTo("重庆示例软件有限公司")
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].standing")
                .isEqualTo("NEVER")
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].label")
                .isEqualTo("匹配结果")
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].purpose")
                .isEqualTo("读取为企业匹配的政策和贷款产品");
        refused(byNumber(enterprise), "CONSENT_REQUIRED");
        assertThat(readings(enterprise)).isZero();

        says(enterprise, true).expectStatus().isOk();
        assertThat(named(byNumber(enterprise))).isEqualTo(enterprise.id());
        assertThat(named(shown(enterprise))).isEqualTo(enterprise.id());
        get(memberOf(enterprise.id()), "/my/readings?source=SYSTEM")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].readerName")
                .isEqualTo("融资顾问系统")
                .jsonPath("$.items[0].institutionName")
                .isEqualTo("重庆示例软件有限公司")
                .jsonPath("$.items[0].purpose")
                .isEqualTo("读取为企业匹配的政策和贷款产品")
                .jsonPath("$.items[0].categories")
                .isEqualTo(List.of("MATCHES"));
        get(memberOf(enterprise.id()), "/my/readings?source=SYSTEM&category=MATCHES")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
        assertThat(count("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'MATCH_READ'
                        and data -> 'actor' ->> 'kind' = 'SERVICE' and data -> 'actor' ->> 'name' = '重庆示例软件有限公司 融资顾问系统' and data ->> 'subjectId' = ?""", enterprise.id().toString())).isEqualTo(2);

        says(enterprise, false).expectStatus().isOk();
        SystemMay withdrawn = byNumber(enterprise);
        refused(withdrawn, "CONSENT_WITHDRAWN");
        assertThat(Objects.requireNonNull(withdrawn.refusal()).detail()).isEqualTo("企业已撤回授权");
        assertThat(readings(enterprise)).as("what was not shown is no reading").isEqualTo(2);
    }

    @Test
    void a_consent_names_whom_it_is_given_to_as_they_are_called_now_and_its_history_as_they_were() {
        EnterpriseRecord enterprise = holder();
        shown(enterprise);
        says(enterprise, true).expectStatus().isOk();

        renamed.handle(
                new InstitutionRenamed(owner, "重庆改名软件有限公司", Instant.now()),
                new EventMetadata(Ids.next(), "user.InstitutionRenamed", owner, 1, Instant.now()));

        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].receiverName")
                .isEqualTo("重庆改名软件有限公司");
        assertThat(count(
                        "select count(*) from consent_change where receiver_id = ? and receiver_name = '重庆示例软件有限公司'",
                        owner))
                .isEqualTo(1);
    }

    @Test
    void of_a_receiver_that_takes_part_no_more_the_consent_says_so_and_is_taken_back_but_not_given_anew() {
        EnterpriseRecord enterprise = holder();
        shown(enterprise);
        says(enterprise, true).expectStatus().isOk();

        when(institutions.retired(any())).thenReturn(Set.of(owner));

        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].receiverLeft")
                .isEqualTo(true)
                .jsonPath("$[?(@.receiverKind == 'SCANNER' && @.receiverLeft == true)]")
                .isEmpty();
        says(enterprise, false).expectStatus().isOk();
        says(enterprise, true)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RECEIVER_LEFT");

        when(institutions.retired(any())).thenReturn(Set.of());
        says(enterprise, true).expectStatus().isOk();
    }

    @Test
    void while_nobody_says_who_takes_part_a_consent_is_read_given_and_taken_back_as_ever() {
        EnterpriseRecord enterprise = holder();
        shown(enterprise);
        when(institutions.retired(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        says(enterprise, true).expectStatus().isOk();
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')].receiverLeft")
                .isEqualTo(false);
        says(enterprise, false).expectStatus().isOk();
    }

    @Test
    void consent_to_one_is_no_consent_to_another() {
        EnterpriseRecord enterprise = holder();
        shown(enterprise);
        says(enterprise, true).expectStatus().isOk();

        refused(
                may(new SystemAsks(key, "别的系统", Ids.next(), "别的公司", false, null, enterprise.uscc())),
                "CONSENT_REQUIRED");
    }

    @Test
    void of_itself_an_enterprise_reads_with_its_own_key_without_asking_itself() {
        EnterpriseRecord enterprise = holder();

        assertThat(named(may(new SystemAsks(
                        key, "本企业的系统", enterprise.id(), enterprise.name(), false, null, enterprise.uscc()))))
                .isEqualTo(enterprise.id());
        assertThat(readings(enterprise)).as("it is on record all the same").isEqualTo(1);
    }

    @Test
    void nobody_is_asked_out_of_the_blue_and_no_number_is_told_from_one_that_there_is_not() {
        EnterpriseRecord enterprise = holder();

        refused(byNumber(enterprise), "CONSENT_REQUIRED");
        refused(may(asks(null, "91500113MA0000000X", false)), "CONSENT_REQUIRED");
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.receiverKind == 'SYSTEM')]")
                .isEmpty();
        refused(says(enterprise, true), 404, "NOT_FOUND");
    }

    @Test
    void a_code_opens_one_reading_and_a_printed_one_none() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        may(asks(content, null, false));

        refused(
                ask(new SystemAsks(Ids.next(), "同一单位的另一系统", owner, "重庆示例软件有限公司", false, content, null)),
                409,
                "CODE_USED");
        refused(scan(content), 409, "CODE_USED");
        String printed = (String) code(enterprise.id()).get("staticContent");
        ask(asks(printed, null, false))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DYNAMIC_CODE_REQUIRED")
                .jsonPath("$.detail")
                .isEqualTo("须凭企业当场出示的动态码，静态码和印制的码不能用于系统读取");
        refused(ask(asks("ZQ1:bWFkZSB1cA", null, false)), 400, "CODE_UNKNOWN");
    }

    @Test
    void what_failed_after_the_code_was_read_is_tried_again_with_it_and_is_one_reading() {
        EnterpriseRecord enterprise = holder();
        String content = dynamicCode(enterprise.id());
        refused(may(asks(content, null, false)), "CONSENT_REQUIRED");
        says(enterprise, true).expectStatus().isOk();

        assertThat(named(may(asks(content, null, false)))).isEqualTo(enterprise.id());
        assertThat(named(may(asks(content, null, false)))).isEqualTo(enterprise.id());

        assertThat(readings(enterprise)).isEqualTo(1);
        assertThat(count("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'MATCH_READ'
                        and data ->> 'subjectId' = ?""", enterprise.id().toString())).isEqualTo(1);

        says(enterprise, false).expectStatus().isOk();
        refused(may(asks(content, null, false)), "CONSENT_WITHDRAWN");
        clock.forward(Duration.ofMinutes(2));
        refused(ask(asks(content, null, false)), 410, "CODE_EXPIRED");
    }

    @Test
    void a_code_that_was_scanned_opens_nothing_to_a_system() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        scan(content).expectStatus().isCreated();

        refused(ask(asks(content, null, false)), 409, "CODE_USED");
    }

    @Test
    void in_the_sandbox_only_demo_enterprises_are_read() {
        EnterpriseRecord real = holder();
        EnterpriseRecord demo = holder();
        isOfTheDemo(demo);

        refused(may(asks(dynamicCode(real.id()), null, true)), "SANDBOX_DEMO_ONLY");
        refused(may(asks(dynamicCode(demo.id()), null, true)), "CONSENT_REQUIRED");
        says(demo, true).expectStatus().isOk();
        assertThat(named(may(asks(dynamicCode(demo.id()), null, true)))).isEqualTo(demo.id());
    }

    @Test
    void only_matching_asks() {
        refused(
                service.asService("finance-service")
                        .post()
                        .uri("/internal/consents/systems")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(asks("ZQ1:x", null, false))
                        .exchange(),
                403,
                "FORBIDDEN");
    }

    private SystemMay shown(EnterpriseRecord enterprise) {
        return may(asks(dynamicCode(enterprise.id()), null, false));
    }

    private SystemMay byNumber(EnterpriseRecord enterprise) {
        return may(asks(null, enterprise.uscc(), false));
    }

    private SystemAsks asks(@Nullable String content, @Nullable String uscc, boolean sandbox) {
        return new SystemAsks(key, "融资顾问系统", owner, "重庆示例软件有限公司", sandbox, content, uscc);
    }

    private SystemMay may(SystemAsks asks) {
        return Objects.requireNonNull(ask(asks)
                .expectStatus()
                .isOk()
                .expectBody(SystemMay.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec ask(SystemAsks asks) {
        return service.asService("matching-service")
                .post()
                .uri("/internal/consents/systems")
                .contentType(MediaType.APPLICATION_JSON)
                .body(asks)
                .exchange();
    }

    private ResponseSpec says(EnterpriseRecord enterprise, boolean granted) {
        return put(memberOf(enterprise.id()), "/my/consents/systems/" + owner, Map.of("granted", granted));
    }

    private long readings(EnterpriseRecord enterprise) {
        return count("select count(*) from system_reading where enterprise_id = ?", enterprise.id());
    }

    private static UUID named(SystemMay may) {
        return Objects.requireNonNull(may.enterprise()).id();
    }

    private static void refused(SystemMay may, String code) {
        assertThat(may.enterprise()).isNull();
        assertThat(Objects.requireNonNull(may.refusal()).code()).isEqualTo(code);
    }
}
