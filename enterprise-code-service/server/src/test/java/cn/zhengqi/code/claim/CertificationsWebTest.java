package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.policy.api.InternalRunningCases;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificationsWebTest extends CodeServiceTest {

    @Test
    void who_acts_for_an_enterprise_certifies_it_again_and_its_code_goes_on_as_it_is() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser colleague = memberOf(enterprise.id());
        Object number = code(enterprise.id()).get("number");

        certifiedAgain(enterprise, colleague);

        get(colleague, "/my/code")
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(number)
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.certifierId")
                .isEqualTo(colleague.accountId().toString());
        get(colleague, "/my/code/certifications")
                .expectBody()
                .jsonPath("$[*].label")
                .isEqualTo(List.of("重新认证", "企业认证"));
        // What the enterprise allows is its own business, not the reviewer's.
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
    }

    @Test
    void who_proved_that_they_act_for_it_is_covered_with_its_code_as_on_their_claim() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser colleague = memberOf(enterprise.id());
        certifiedAgain(enterprise, colleague);
        String code = "/codes/" + code(enterprise.id()).get("id");

        get(manager.seeing(Map.of(CodeFields.APPLICANT_NAME, FieldRule.HIDDEN)), code)
                .expectBody(String.class)
                .value(detail -> assertThat(detail)
                        .contains("CERTIFIED_AGAIN")
                        .doesNotContain("certifierName")
                        .doesNotContain(colleague.name()));
        get(colleague, "/my/code").expectBody().jsonPath("$.certifierName").isEqualTo(colleague.name());
    }

    @Test
    void a_stranger_cannot_certify_again_what_is_not_theirs() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser stranger = applicant();

        refused(post(stranger, "/claims", form(enterprise.id(), letter(stranger))), 409, "ENTERPRISE_ALREADY_CLAIMED");
    }

    @Test
    void a_second_enterprise_is_claimed_while_one_acts_for_the_first() {
        EnterpriseRecord first = holder("BASIC");
        CurrentUser owner = memberOf(first.id());
        EnterpriseRecord second = enterprise();

        String claim = claimed(owner, second.id(), "BASIC");

        get(owner, "/my/claims/" + claim)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("FIRST")
                .jsonPath("$.enterpriseId")
                .isEqualTo(second.id().toString());
    }

    @Test
    void who_certified_it_unbinds_it_and_it_may_be_claimed_anew() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);

        post(owner, "/my/code/unbind", unbinding(enterprise))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REVOKED");
        get(owner, "/my/code/certifications")
                .expectBody()
                .jsonPath("$[0].label")
                .isEqualTo("解绑");
        get(owner, "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();
        assertThat(jdbc.sql("""
                        select concat_ws(' ', data ->> 'enterpriseName', data ->> 'by', data ->> 'byName') from outbox
                        where type = 'code.CodeStatusChanged' and data ->> 'enterpriseId' = ?""")
                        .param(enterprise.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo(enterprise.name() + " ENTERPRISE " + owner.name());
        claimed(applicant(), enterprise.id(), "BASIC");
    }

    @Test
    void the_claim_that_led_to_a_code_says_that_the_code_is_no_more() {
        EnterpriseRecord enterprise = enterprise();
        CurrentUser first = applicant();
        String claim = claimed(first, enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        get(first, "/my/claims/" + claim)
                .expectBody()
                .jsonPath("$.codeStatus")
                .isEqualTo("ACTIVE")
                .jsonPath("$.codeEndedAt")
                .doesNotExist();
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);

        post(owner, "/my/code/unbind", unbinding(enterprise)).expectStatus().isOk();

        get(first, "/my/claims/" + claim)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("APPROVED")
                .jsonPath("$.codeStatus")
                .isEqualTo("REVOKED")
                .jsonPath("$.codeEnding")
                .isEqualTo("解绑")
                .jsonPath("$.codeEndedAt")
                .exists();
        get(first, "/my/claims").expectBody().jsonPath("$.items[0].codeEnding").isEqualTo("解绑");
    }

    @Test
    void an_enterprise_with_a_running_loan_is_not_left_without_anybody() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        Map<String, Object> request = unbinding(enterprise);
        when(applications.running(enterprise.id()))
                .thenReturn(new InternalRunningApplications.Running(2, clock.instant()));

        refused(post(owner, "/my/code/unbind", request), 409, "APPLICATIONS_RUNNING");
        assertThat(code(enterprise.id()).get("status")).isEqualTo("ACTIVE");

        when(applications.running(enterprise.id()))
                .thenReturn(new InternalRunningApplications.Running(0, clock.instant()));
        post(owner, "/my/code/unbind", request).expectStatus().isOk();
    }

    /** What is handed in after the question is taken back when the end is heard of: so the end may not lie behind the answer. */
    @Test
    void the_code_ends_as_of_the_question_whether_an_application_goes_on() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        Map<String, Object> request = unbinding(enterprise);
        AtomicReference<Instant> asked = new AtomicReference<>();
        when(applications.running(enterprise.id())).thenAnswer(call -> {
            asked.set(clock.instant());
            clock.forward(Duration.ofSeconds(5));
            return new InternalRunningApplications.Running(0, clock.instant());
        });

        post(owner, "/my/code/unbind", request).expectStatus().isOk();

        assertThat(endOfTheCodeOf(enterprise)).isBeforeOrEqualTo(asked.get());
    }

    @Test
    void an_enterprise_of_which_a_department_decides_something_is_not_left_without_anybody() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        Map<String, Object> request = unbinding(enterprise);
        when(cases.running(enterprise.id())).thenReturn(new InternalRunningCases.Running(1, 2));

        post(owner, "/my/code/unbind", request)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("APPLICATIONS_RUNNING")
                .jsonPath("$.detail")
                .isEqualTo("企业还有 1 件办理中的政策申报、2 件办理中的兑现申请，办结后才能解绑");
        assertThat(code(enterprise.id()).get("status")).isEqualTo("ACTIVE");
    }

    @Test
    void while_nobody_can_say_what_goes_on_the_code_stays() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        when(cases.running(enterprise.id())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        refused(post(owner, "/my/code/unbind", unbinding(enterprise)), 503, "SERVICE_UNAVAILABLE");
        assertThat(code(enterprise.id()).get("status")).isEqualTo("ACTIVE");
    }

    @Test
    void where_the_clock_of_applications_is_behind_the_code_ends_by_that_clock() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        Instant counted = clock.instant().minusSeconds(3).truncatedTo(ChronoUnit.MICROS);
        when(applications.running(enterprise.id())).thenReturn(new InternalRunningApplications.Running(0, counted));

        post(owner, "/my/code/unbind", unbinding(enterprise)).expectStatus().isOk();

        assertThat(endOfTheCodeOf(enterprise)).isEqualTo(counted);
    }

    private Instant endOfTheCodeOf(EnterpriseRecord enterprise) {
        return Instant.parse(jdbc.sql("""
                        select data ->> 'at' from outbox where type = 'code.CodeStatusChanged' and data ->> 'enterpriseId' = ?""")
                .param(enterprise.id().toString())
                .query(String.class)
                .single());
    }

    @Test
    void who_certified_it_and_handed_it_over_cannot_unbind_it() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);

        CurrentUser former = actingFor(enterprise.id(), owner, CodePermissions.OWN_ENTERPRISE, CodePermissions.CLAIM);
        refused(post(former, "/my/code/unbind", unbinding(enterprise)), 403, "NOT_ADMINISTRATOR");

        assertThat(code(enterprise.id()).get("status")).isEqualTo("ACTIVE");
    }

    @Test
    void a_colleague_who_did_not_certify_it_cannot_unbind_it() {
        EnterpriseRecord enterprise = holder("BASIC");

        refused(post(memberOf(enterprise.id()), "/my/code/unbind", unbinding(enterprise)), 403, "NOT_CERTIFIER");
        refused(
                post(
                        TestUsers.ofEnterprise(enterprise.id(), CodePermissions.CLAIM),
                        "/my/code/unbind",
                        unbinding(enterprise)),
                403,
                "FORBIDDEN");
    }

    @Test
    void done_again_from_another_window_it_says_that_it_is_done() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        certifiedAgain(enterprise, owner);
        Map<String, Object> request = unbinding(enterprise);
        post(owner, "/my/code/unbind", request).expectStatus().isOk();

        refused(post(owner, "/my/code/unbind", request), 409, "UNBOUND_ALREADY");
        CurrentUser left = actingFor(null, owner, CodePermissions.CLAIM);
        refused(post(left, "/my/code/unbind", request), 409, "UNBOUND_ALREADY");
        refused(post(applicant(), "/my/code/unbind", request), 403, "FORBIDDEN");
    }

    @Test
    void who_acts_for_another_enterprise_meanwhile_does_not_unbind_that_one() {
        EnterpriseRecord seen = holder("BASIC");
        CurrentUser owner = memberOf(seen.id());
        certifiedAgain(seen, owner);
        EnterpriseRecord other = holder("BASIC");
        CurrentUser switched = actingFor(other.id(), owner, CodePermissions.OWN_ENTERPRISE, CodePermissions.CLAIM);
        certifiedAgain(other, switched);

        refused(post(switched, "/my/code/unbind", unbinding(seen)), 409, "ACTS_FOR_ANOTHER");
        assertThat(code(other.id()).get("status")).isEqualTo("ACTIVE");
    }

    private static CurrentUser actingFor(@Nullable UUID enterprise, CurrentUser person, String... permissions) {
        return new CurrentUser(
                person.accountId(),
                person.name(),
                person.userType(),
                enterprise,
                enterprise == null ? null : "测试企业有限公司",
                null,
                null,
                person.roles(),
                Set.of(permissions));
    }

    private Map<String, Object> unbinding(EnterpriseRecord enterprise) {
        Map<String, Object> code = code(enterprise.id());
        return Map.of("codeId", code.get("id"), "version", code.get("version"), "reason", "不再担任经办人");
    }

    private void certifiedAgain(EnterpriseRecord enterprise, CurrentUser person) {
        String claim = claimed(person, enterprise.id());
        get(person, "/my/claims/" + claim).expectBody().jsonPath("$.kind").isEqualTo("RENEWAL");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
    }
}
