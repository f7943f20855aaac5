package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.data.RoutingDataSource;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;

class ClaimReviewsWebTest extends CodeServiceTest {

    @Autowired
    private RoutingDataSource connections;

    @Autowired
    private EventHandler<CodeIssued> issued;

    @Autowired
    private TransactionTemplate transaction;

    private final CurrentUser applicant = applicant();

    @Test
    void an_approved_claim_has_its_code_its_consents_and_its_events_at_once() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC", "ASSET");

        approve(id, 0).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("APPROVED");

        assertThat(code(enterprise.id()))
                .containsEntry("status", "ACTIVE")
                .containsEntry("level", "NORMAL")
                .hasEntrySatisfying(
                        "number", number -> assertThat((String) number).matches("QY500113\\d{8}"));
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)].category")
                .isEqualTo(List.of("BASIC", "ASSET"));
        assertThat(eventsAbout(enterprise.id()))
                .contains("code.CodeClaimSubmitted", "code.CodeClaimDecided", "code.CodeIssued")
                .filteredOn(type -> type.equals("code.ConsentChanged"))
                .hasSize(2);
        assertThat(jdbc.sql("select data ->> 'applicantId' from outbox where type = 'code.CodeIssued'"
                                + " and data ->> 'enterpriseId' = ?")
                        .param(enterprise.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo(applicant.accountId().toString());
    }

    @Test
    void what_a_claim_allows_is_shown_to_whom_it_names() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC", "TAX");
        form.put("scanners", List.of());
        refused(post(applicant, "/claims", form), 400, "VALIDATION_FAILED");
        form.remove("scanners");
        refused(post(applicant, "/claims", form), 400, "VALIDATION_FAILED");
        form.put("scanners", List.of("BANK", "GOVERNMENT"));
        String claim = (String) post(applicant, "/claims", form)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[*].granted")
                .isEqualTo(List.of(true, false, false, false, true))
                .jsonPath("$[0].scanners")
                .isEqualTo(List.of("GOVERNMENT", "BANK"));
        get(reviewer, "/claims/" + claim)
                .expectBody()
                .jsonPath("$.claim.scanners")
                .isEqualTo(List.of("GOVERNMENT", "BANK"));
    }

    @Test
    void a_claim_that_allows_nothing_needs_to_name_nobody_and_its_code_shows_nothing() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant));
        form.remove("scanners");
        String claim = (String) post(applicant, "/claims", form)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();
        refused(
                post(officer, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA")),
                403,
                "CONSENT_REQUIRED");
    }

    @Test
    void an_identity_number_that_was_given_under_another_name_is_told_to_the_reviewer_and_passes_with_no_batch() {
        String idNumber = idNumber(7);
        UUID first = UUID.fromString(handedIn(enterprise(), idNumber));
        EnterpriseRecord enterprise = enterprise();
        String id = handedIn(enterprise, idNumber);
        get(reviewer, "/claims/" + id)
                .expectBody()
                .jsonPath("$.identityUnderOtherName")
                .isEmpty();

        jdbc.sql("update claim set legal_rep_name = '李逵' where id = ?")
                .param(first)
                .update();
        String number = jdbc.sql("select number from claim where id = ?")
                .param(first)
                .query(String.class)
                .single();
        get(reviewer, "/claims/" + id)
                .expectBody()
                .jsonPath("$.identityUnderOtherName")
                .isEqualTo(List.of(number));
        post(reviewer, "/claims/batch-approve", Map.of("items", List.of(Map.of("id", id, "version", 0))))
                .expectBody()
                .jsonPath("$[0].code")
                .isEqualTo("CLAIM_IN_DOUBT");

        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "证件号有误"))
                .expectStatus()
                .isOk();
        Map<String, Object> corrected = form(enterprise.id(), letter(applicant));
        put(applicant, "/my/claims/" + id, Map.of("version", 1, "claim", corrected))
                .expectStatus()
                .isOk();
        get(reviewer, "/claims/" + id)
                .expectBody()
                .jsonPath("$.identityUnderOtherName")
                .isEmpty();
    }

    @Test
    void two_identity_numbers_of_one_representative_are_told_to_the_reviewer_and_pass_with_no_batch() {
        EnterpriseRecord enterprise = enterprise();
        String first = handedIn(enterprise, idNumber(11));
        String another = handedIn(applicant(), enterprise, idNumber(12));
        String elsewhere = handedIn(enterprise(), idNumber(13));

        get(reviewer, "/claims/" + another)
                .expectBody()
                .jsonPath("$.otherIdentities")
                .isEqualTo(List.of(jdbc.sql("select number from claim where id = ?::uuid")
                        .param(first)
                        .query(String.class)
                        .single()));
        get(reviewer, "/claims/" + elsewhere)
                .expectBody()
                .jsonPath("$.otherIdentities")
                .isEmpty();
        post(
                        reviewer,
                        "/claims/batch-approve",
                        Map.of(
                                "items",
                                List.of(Map.of("id", another, "version", 0), Map.of("id", elsewhere, "version", 0))))
                .expectBody()
                .jsonPath("$[0].code")
                .isEqualTo("CLAIM_IN_DOUBT")
                .jsonPath("$[0].detail")
                .isEqualTo("该企业的另一件申请为同一法定代表人填了不同的证件号，不能批量通过，请打开这件申请单独审核")
                .jsonPath("$[1].approved")
                .isEqualTo(true);
    }

    @Test
    void of_two_doubts_about_one_claim_both_are_told_where_it_passes_with_no_batch() {
        String underAnotherName = handedIn(enterprise(), idNumber(14));
        jdbc.sql("update claim set legal_rep_name = '李逵' where id = ?::uuid")
                .param(underAnotherName)
                .update();
        EnterpriseRecord enterprise = enterprise();
        handedIn(enterprise, idNumber(15));
        String doubted = handedIn(applicant(), enterprise, idNumber(14));

        post(reviewer, "/claims/batch-approve", Map.of("items", List.of(Map.of("id", doubted, "version", 0))))
                .expectBody()
                .jsonPath("$[0].code")
                .isEqualTo("CLAIM_IN_DOUBT")
                .jsonPath("$[0].detail")
                .isEqualTo("法定代表人的证件号已用于另一姓名；该企业的另一件申请为同一法定代表人填了不同的证件号，不能批量通过，请打开这件申请单独审核");
    }

    private static String idNumber(int serial) {
        String digits = "50011319800315%03d".formatted(serial);
        return digits + IdNumber.checkCharacter(digits);
    }

    private String handedIn(EnterpriseRecord enterprise, String idNumber) {
        return handedIn(applicant, enterprise, idNumber);
    }

    private String handedIn(CurrentUser applicant, EnterpriseRecord enterprise, String idNumber) {
        Map<String, Object> form = form(enterprise.id(), letter(applicant));
        form.put("legalRep", Map.of("name", "陈志远", "idNumber", idNumber));
        return (String) post(applicant, "/claims", form)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
    }

    @Test
    void of_two_reviewers_at_once_one_decides() throws Exception {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");

        List<Map<String, Object>> answers = AtOnce.run(
                2, () -> approve(id, 0).expectBody(JSON).returnResult().getResponseBody());

        assertThat(answers)
                .extracting(answer -> String.valueOf(answer.get("code")))
                .containsExactlyInAnyOrder("null", "VERSION_CONFLICT");
        assertThat(count("select count(*) from enterprise_code where enterprise_id = ?", enterprise.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from claim_step where claim_id = ?::uuid and action = 'APPROVED'", id))
                .isEqualTo(1);
    }

    @Test
    void who_saw_an_older_version_decides_nothing() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        refused(approve(id, 0), 409, "VERSION_CONFLICT");
    }

    @Test
    void of_two_claims_for_one_enterprise_one_is_approved_and_nothing_of_the_other_happens() {
        EnterpriseRecord enterprise = enterprise();
        String first = claimed(applicant, enterprise.id(), "BASIC");
        String second = claimed(applicant(), enterprise.id(), "BASIC", "LEGAL", "TAX");
        get(reviewer, "/claims/" + second)
                .expectBody()
                .jsonPath("$.enterpriseHoldsCode")
                .isEqualTo(false)
                .jsonPath("$.competing.length()")
                .isEqualTo(1);
        approve(first, 0).expectStatus().isOk();

        refused(approve(second, 0), 409, "ENTERPRISE_ALREADY_CLAIMED");

        get(reviewer, "/claims/" + second)
                .expectBody()
                .jsonPath("$.claim.status")
                .isEqualTo("SUBMITTED")
                .jsonPath("$.claim.version")
                .isEqualTo(0)
                .jsonPath("$.enterpriseHoldsCode")
                .isEqualTo(true)
                .jsonPath("$.competing")
                .isEmpty()
                .jsonPath("$.history.length()")
                .isEqualTo(1);
        assertThat(eventsAbout(enterprise.id()))
                .filteredOn(type -> type.equals("code.CodeClaimDecided"))
                .hasSize(1);
    }

    @Test
    void once_the_enterprise_has_its_code_what_others_claimed_of_it_ends_and_they_are_told_why() {
        EnterpriseRecord enterprise = enterprise();
        String first = claimed(applicant, enterprise.id(), "BASIC");
        String waiting = claimed(applicant(), enterprise.id(), "BASIC");
        String sentBack = claimed(applicant(), enterprise.id(), "BASIC");
        String elsewhere = claimed(applicant, enterprise().id(), "BASIC");
        post(reviewer, "/claims/" + sentBack + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();
        issuedIsHeard(enterprise);
        assertThat(status(waiting)).as("nobody has the code yet").isEqualTo("SUBMITTED");
        approve(first, 0).expectStatus().isOk();

        issuedIsHeard(enterprise);
        issuedIsHeard(enterprise);

        assertThat(List.of(status(first), status(waiting), status(sentBack), status(elsewhere)))
                .containsExactly("APPROVED", "REJECTED", "REJECTED", "SUBMITTED");
        assertThat(jdbc.sql("""
                                select data ->> 'decision' || ' ' || (data ->> 'reason') from outbox
                                where type = 'code.CodeClaimDecided' and subject in (?::uuid, ?::uuid) and data ->> 'decision' = 'REJECTED'
                                """).params(waiting, sentBack).query(String.class).list())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).startsWith("REJECTED 该企业的另一件领码申请已通过"));
        get(reviewer, "/claims/" + waiting)
                .expectBody()
                .jsonPath("$.history[1].actorName")
                .isEqualTo("平台")
                .jsonPath("$.claim.reason")
                .value(reason -> assertThat(reason.toString()).contains("请联系审核部门"));
        assertThat(count("select count(*) from promise where case_id = ?::uuid and ended_at is null", waiting))
                .isZero();
        refused(approve(waiting, 1), 409, "STATE_CONFLICT");
    }

    private void issuedIsHeard(EnterpriseRecord enterprise) {
        CodeIssued event = new CodeIssued(
                Ids.next(),
                enterprise.id(),
                enterprise.name(),
                enterprise.uscc(),
                applicant.accountId(),
                applicant.name(),
                "500113103",
                "C33",
                Instant.now());
        transaction.executeWithoutResult(status ->
                issued.handle(event, new EventMetadata(Ids.next(), "code.CodeIssued", event.codeId(), 0, event.at())));
    }

    @Test
    void a_rejection_needs_a_reason_and_tells_it() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");

        refused(
                post(reviewer, "/claims/" + id + "/reject", Map.of("version", 0, "reason", " ")),
                400,
                "VALIDATION_FAILED");
        post(reviewer, "/claims/" + id + "/reject", Map.of("version", 0, "reason", "  否    "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("LENGTH")
                .jsonPath("$.errors[0].message")
                .isEqualTo("原因为 5 到 500 字");
        post(reviewer, "/claims/" + id + "/reject", Map.of("version", 0, "reason", "授权书未盖章"))
                .expectStatus()
                .isOk();

        get(applicant, "/my/claims/" + id)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("REJECTED")
                .jsonPath("$.reason")
                .isEqualTo("授权书未盖章");
        refused(get(memberOf(enterprise.id()), "/my/code"), 404, "CODE_NOT_FOUND");
        claimed(applicant, enterprise.id(), "BASIC");
    }

    @Test
    void nobody_reviews_their_own_claim() {
        EnterpriseRecord enterprise = enterprise();
        CurrentUser both = TestUsers.operator(CodePermissions.CLAIM, CodePermissions.REVIEW_CLAIMS);
        String id = claimed(both, enterprise.id(), "BASIC");

        refused(post(both, "/claims/" + id + "/approve", Map.of("version", 0)), 403, "REVIEWER_IS_APPLICANT");
    }

    @Test
    void the_reviewer_sees_the_register_beside_the_claim_and_the_number_covered() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        get(reviewer, "/claims/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.register.legalRep")
                .isEqualTo("陈志远")
                .jsonPath("$.legalRepIdNumber")
                .isEqualTo("110105********002X")
                .jsonPath("$.claim.applicantName")
                .isEqualTo(applicant.name());
    }

    @Test
    void a_covered_field_is_shown_for_a_reason_that_the_enterprise_reads() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");
        CurrentUser asks =
                TestUsers.ofDepartment(Ids.next(), CodePermissions.REVIEW_CLAIMS, CodePermissions.REVEAL_CLAIMS);
        Map<String, Object> ask = Map.of("field", CodeFields.LEGAL_REP_ID_NUMBER, "reason", "与公安登记核对");

        refused(post(reviewer, "/claims/" + id + "/reveal", ask), 403, "FORBIDDEN");
        refused(
                post(asks, "/claims/" + id + "/reveal", Map.of("field", CodeFields.AGENT_PHONE, "reason", "看看")),
                400,
                "VALIDATION_FAILED");
        refused(post(asks, "/claims/" + Ids.next() + "/reveal", ask), 404, "NOT_FOUND");
        post(asks, "/claims/" + id + "/reveal", ask)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo(ID_NUMBER);

        get(applicant, "/my/claims/" + id + "/readings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].revealed")
                .isEqualTo("法定代表人证件号")
                .jsonPath("$[0].purpose")
                .isEqualTo("与公安登记核对");
        get(memberOf(enterprise.id()), "/my/readings?source=CLAIM")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        post(reviewer, "/claims/" + id + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        get(memberOf(enterprise.id()), "/my/readings?source=CLAIM")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].purpose")
                .isEqualTo("与公安登记核对")
                .jsonPath("$.items[0].revealed")
                .isEqualTo("法定代表人证件号")
                .jsonPath("$.items[0].readerName")
                .isEqualTo(asks.name());
        assertThat(jdbc.sql("""
                        select data ->> 'changes' from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'CLAIM_FIELD_REVEALED' and data ->> 'subjectId' = ?""").param(id).query(String.class).single())
                .contains("与公安登记核对")
                .doesNotContain(ID_NUMBER);
    }

    @Test
    void of_two_who_claim_at_once_each_reads_of_looks_into_their_own_papers_alone() {
        EnterpriseRecord enterprise = enterprise();
        CurrentUser other = applicant();
        String won = claimed(applicant, enterprise.id(), "BASIC");
        String lost = claimed(other, enterprise.id(), "BASIC");
        CurrentUser asks =
                TestUsers.ofDepartment(Ids.next(), CodePermissions.REVIEW_CLAIMS, CodePermissions.REVEAL_CLAIMS);
        Map<String, Object> ask = Map.of("field", CodeFields.AGENT_PHONE, "reason", "致电核实经办人");
        post(asks, "/claims/" + lost + "/reveal", ask).expectStatus().isOk();
        post(reviewer, "/claims/" + won + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        get(memberOf(enterprise.id()), "/my/readings?source=CLAIM")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        get(other, "/my/claims/" + lost + "/readings")
                .expectBody()
                .jsonPath("$[0].readerName")
                .isEqualTo(asks.name());
        refused(get(applicant, "/my/claims/" + lost + "/readings"), 404, "NOT_FOUND");
        get(applicant, "/my/claims/" + won + "/readings")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);
    }

    @Test
    void roles_may_show_a_reviewer_the_number_or_hide_the_telephone() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        get(
                        reviewer.seeing(Map.of(
                                CodeFields.LEGAL_REP_ID_NUMBER,
                                FieldRule.PLAIN,
                                CodeFields.AGENT_PHONE,
                                FieldRule.HIDDEN)),
                        "/claims/" + id)
                .expectBody()
                .jsonPath("$.legalRepIdNumber")
                .isEqualTo(ID_NUMBER)
                .jsonPath("$.claim.agentName")
                .isEqualTo("王小明")
                .jsonPath("$.claim.agentPhone")
                .doesNotExist();
    }

    @Test
    void who_applied_is_covered_as_the_agent_is_wherever_both_are_shown() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        String detail = new String(
                Objects.requireNonNull(get(
                                reviewer.seeing(Map.of(
                                        CodeFields.APPLICANT_NAME,
                                        FieldRule.MASKED,
                                        CodeFields.AGENT_NAME,
                                        FieldRule.MASKED)),
                                "/claims/" + id)
                        .expectBody()
                        .jsonPath("$.claim.applicantName")
                        .value(String.class, name -> assertThat(name).contains("*"))
                        .jsonPath("$.claim.agentName")
                        .isEqualTo("王*明")
                        .jsonPath("$.history[0].actorName")
                        .isEqualTo("申请人")
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
        assertThat(detail).doesNotContain(applicant.name());
        get(reviewer.seeing(Map.of(CodeFields.APPLICANT_NAME, FieldRule.HIDDEN)), "/claims/" + id)
                .expectBody()
                .jsonPath("$.claim.applicantName")
                .doesNotExist();
    }

    @Test
    void who_represents_the_enterprise_and_where_it_sits_is_seen_as_roles_say() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        get(
                        reviewer.seeing(
                                Map.of(CodeFields.LEGAL_REP, FieldRule.MASKED, CodeFields.ADDRESS, FieldRule.HIDDEN)),
                        "/claims/" + id)
                .expectBody()
                .jsonPath("$.claim.legalRepName")
                .isEqualTo("陈*远")
                .jsonPath("$.register.legalRep")
                .isEqualTo("陈*远")
                .jsonPath("$.register.address")
                .doesNotExist();
        get(reviewer.seeing(Map.of(CodeFields.LEGAL_REP, FieldRule.HIDDEN)), "/claims/" + id)
                .expectBody()
                .jsonPath("$.claim.legalRepName")
                .doesNotExist()
                .jsonPath("$.register.legalRep")
                .doesNotExist()
                .jsonPath("$.register.address")
                .isEqualTo("重庆市巴南区界石镇石桂大道18号");
        get(applicant, "/my/claims/" + id)
                .expectBody()
                .jsonPath("$.legalRepName")
                .isEqualTo("陈志远");
    }

    @Test
    void an_enterprise_that_was_struck_off_meanwhile_gets_no_code() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");
        strikeOff(enterprise);

        refused(post(reviewer, "/claims/" + id + "/approve", Map.of("version", 0)), 422, "ENTERPRISE_NOT_ACTIVE");
        refused(get(memberOf(enterprise.id()), "/my/code"), 404, "CODE_NOT_FOUND");
    }

    @Test
    void an_approved_claim_says_which_code_it_led_to() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");
        get(applicant, "/my/claims/" + id).expectBody().jsonPath("$.codeNumber").doesNotExist();
        post(reviewer, "/claims/" + id + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.codeNumber")
                .exists();

        Map<String, Object> code = code(enterprise.id());
        get(applicant, "/my/claims")
                .expectBody()
                .jsonPath("$.items[0].codeNumber")
                .isEqualTo(code.get("number"))
                .jsonPath("$.items[0].codeIssuedAt")
                .isEqualTo(code.get("issuedAt"));
    }

    @Test
    void while_the_register_is_silent_the_claim_is_shown_without_it() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        theRegisterIsSilent();

        get(reviewer, "/claims/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.register")
                .doesNotExist()
                .jsonPath("$.claim.legalRepName")
                .isEqualTo("陈志远");
    }

    @Test
    void while_the_register_thinks_about_a_decision_with_a_key_no_connection_is_held() {
        EnterpriseRecord first = enterprise();
        EnterpriseRecord second = enterprise();
        String alone = claimed(applicant, first.id(), "BASIC");
        String inBatch = claimed(applicant, second.id(), "BASIC");
        List<UUID> asked = new ArrayList<>();
        for (EnterpriseRecord enterprise : List.of(first, second)) {
            whileTheRegisterThinks(enterprise.id(), () -> {
                asked.add(enterprise.id());
                await().atMost(Duration.ofSeconds(5)).until(() -> connections.busyConnections() == 0);
            });
        }

        service.as(reviewer)
                .post()
                .uri("/api/code/claims/" + alone + "/approve")
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", 0))
                .exchange()
                .expectStatus()
                .isOk();
        batch(Ids.next().toString(), Map.of("items", List.of(Map.of("id", inBatch, "version", 0))));

        assertThat(asked).containsExactly(first.id(), second.id());
        assertThat(List.of(status(alone), status(inBatch))).containsOnly("APPROVED");
    }

    @Test
    void what_the_copy_of_the_register_knows_is_not_asked_of_it() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");
        jdbc.sql("""
                        insert into registered_enterprise (id, uscc, name, legal_rep, town_code, industry_code, status, demo, version)
                        values (?, ?, ?, ?, ?, ?, 'CANCELLED', false, 1)""")
                .params(
                        enterprise.id(),
                        enterprise.uscc(),
                        enterprise.name(),
                        enterprise.legalRep(),
                        enterprise.townCode(),
                        enterprise.industryCode())
                .update();
        theRegisterIsSilent();

        refused(approve(id, 0), 422, "ENTERPRISE_NOT_ACTIVE");
    }

    @Test
    void a_batch_approves_what_can_be_approved_and_says_why_the_rest_was_not() {
        String good = claimed(applicant, enterprise().id(), "BASIC");
        String outdated = claimed(applicant, enterprise().id(), "BASIC");
        UUID unknown = Ids.next();

        post(
                        reviewer,
                        "/claims/batch-approve",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("id", outdated, "version", 9),
                                        Map.of("id", unknown, "version", 0),
                                        Map.of("id", good, "version", 0))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[*].approved")
                .isEqualTo(List.of(false, false, true))
                .jsonPath("$[0].code")
                .isEqualTo("VERSION_CONFLICT")
                .jsonPath("$[1].code")
                .isEqualTo("NOT_FOUND")
                .jsonPath("$[2].code")
                .doesNotExist();
    }

    @Test
    void a_batch_that_is_sent_again_gets_its_first_answer_and_a_claim_that_fails_in_it_is_undone_alone() {
        EnterpriseRecord wanted = enterprise();
        String good = claimed(applicant, wanted.id(), "BASIC");
        String another = claimed(applicant(), wanted.id(), "BASIC");
        String last = claimed(applicant, enterprise().id(), "BASIC");
        Map<String, Object> batch = Map.of(
                "items",
                List.of(
                        Map.of("id", last, "version", 0),
                        Map.of("id", another, "version", 0),
                        Map.of("id", good, "version", 0)));
        String key = Ids.next().toString();

        String answer = batch(key, batch);
        assertThat(batch(key, batch)).isEqualTo(answer);

        assertThat(answer).contains("\"code\":\"ENTERPRISE_ALREADY_CLAIMED\"", "其余申请由系统办结为审核不通过", "\"approved\":true");
        assertThat(List.of(status(good), status(another), status(last)))
                .containsExactly("APPROVED", "SUBMITTED", "APPROVED");
        assertThat(count("select count(*) from enterprise_code where claim_id = ?::uuid", last))
                .isEqualTo(1);
        assertThat(count("select count(*) from claim_step where claim_id = ?::uuid", another))
                .isEqualTo(1);
    }

    private String batch(String key, Map<String, Object> items) {
        String answer = service.as(reviewer)
                .post()
                .uri("/api/code/claims/batch-approve")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(items)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer).isNotNull();
        return answer;
    }

    private String status(String claim) {
        return jdbc.sql("select status from claim where id = ?::uuid")
                .param(claim)
                .query(String.class)
                .single();
    }

    @Test
    void the_console_finds_claims_by_number_name_state_and_day() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        String number = jdbc.sql("select number from claim where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();

        get(reviewer, "/claims?q=" + number + "&status=SUBMITTED&from=2020-01-01&sort=submittedAt,asc")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(id);
        get(reviewer, "/claims?q=" + number + "&to=2020-01-01")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        get(reviewer, "/claims?q=" + number + "&status=APPROVED")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        refused(get(reviewer, "/claims?status=DONE"), 400, "VALIDATION_FAILED");
        refused(get(reviewer, "/claims?from=yesterday"), 400, "VALIDATION_FAILED");
        refused(get(reviewer, "/claims?from=2026-02-02&to=2026-02-01"), 400, "VALIDATION_FAILED");
        refused(get(reviewer, "/claims?q=" + "企".repeat(101)), 400, "VALIDATION_FAILED");
    }

    @Test
    void applicants_do_not_review() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        refused(post(applicant, "/claims/" + id + "/approve", Map.of("version", 0)), 403, "FORBIDDEN");
        refused(get(applicant, "/claims"), 403, "FORBIDDEN");
        refused(get(applicant, "/claims/" + id), 403, "FORBIDDEN");
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec approve(String id, int version) {
        return post(reviewer, "/claims/" + id + "/approve", Map.of("version", version));
    }

    private List<String> eventsAbout(UUID enterpriseId) {
        return jdbc.sql("select type from outbox where data ->> 'enterpriseId' = ?")
                .param(enterpriseId.toString())
                .query(String.class)
                .list();
    }

    @Test
    void the_list_is_taken_out_as_it_is_filtered_and_ordered_which_goes_on_record() {
        EnterpriseRecord enterprise = enterprise();
        String first = claimed(applicant, enterprise.id(), "BASIC");
        String second = claimed(applicant(), enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + first + "/reject", Map.of("version", 0, "reason", "=授权书未盖章"))
                .expectStatus()
                .isOk();

        String name = "重庆导出" + enterprise.id();
        jdbc.sql("update claim set enterprise_name = ? where enterprise_id = ?")
                .params(name, enterprise.id())
                .update();

        ExportedFile all =
                ExportedFile.of(service.as(reviewer), "/api/code/claims/export?sort=submittedAt,asc&q=" + name);
        ExportedFile waiting =
                ExportedFile.of(service.as(reviewer), "/api/code/claims/export?status=SUBMITTED&q=" + name);

        assertThat(all.head()).contains("企业名称", "统一社会信用代码", "申请编号", "申请人", "来源", "状态", "提交时间", "处理时间");
        assertThat(all.column("状态")).containsExactly("未通过", "待审核");
        assertThat(all.column("原因")).containsExactly("=授权书未盖章", "");
        assertThat(all.column("统一社会信用代码")).containsOnly(enterprise.uscc());
        assertThat(waiting.column("申请编号"))
                .containsExactly(jdbc.sql("select number from claim where id = ?::uuid")
                        .param(second)
                        .query(String.class)
                        .single());
        assertThat(ExportedFile.of(service.as(reviewer), "/api/code/claims/export?channel=PC&q=" + name)
                        .rows())
                .isEmpty();
        assertThat(count(
                        "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'CLAIMS_EXPORTED'"
                                + " and data -> 'actor' ->> 'id' = ?",
                        reviewer.accountId().toString()))
                .isEqualTo(3);
    }

    @Test
    void who_does_not_review_takes_nothing_out_and_an_order_that_there_is_not_is_refused() {
        refused(get(applicant, "/claims/export"), 403, "FORBIDDEN");
        refused(get(reviewer, "/claims/export?sort=agentPhone,asc"), 400, "VALIDATION_FAILED");
        refused(get(reviewer, "/claims?sort=agentPhone,asc"), 400, "FIELD_MASKED");
        refused(get(reviewer, "/claims?sort=letterFile,asc"), 400, "VALIDATION_FAILED");
    }
}
