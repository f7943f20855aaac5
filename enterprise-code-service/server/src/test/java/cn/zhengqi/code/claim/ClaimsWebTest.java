package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class ClaimsWebTest extends CodeServiceTest {

    @Autowired
    Strangers strangers;

    @Autowired
    Consents consents;

    @Autowired
    DataSource tables;

    private final CurrentUser applicant = applicant();

    @Test
    void no_stranger_comes_by_any_route_with_an_id() {
        EnterpriseRecord enterprise = enterprise();
        String claim = claimed(applicant, enterprise.id(), "BASIC");
        String letter = letter(applicant);
        Map<String, Object> again = Map.of("version", 0, "claim", form(enterprise.id(), letter, "BASIC"));
        String mine = "/api/code/my/claims/{id}";
        UUID bank = Ids.next();
        UUID system = Ids.next();
        service.asService("finance-service")
                .put()
                .uri("/internal/consents/{enterprise}/banks/{bank}", enterprise.id(), bank)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "bankName",
                        "测试银行",
                        "applicationNumber",
                        "RZ20261101000001",
                        "applicantId",
                        applicant.accountId(),
                        "givenAt",
                        Instant.now()))
                .exchange()
                .expectStatus()
                .isOk();
        consents.askedBySystem(enterprise.id(), system, "某公司");
        CurrentUser staff = TestUsers.ofDepartment(
                Ids.next(),
                CodePermissions.REVIEW_CLAIMS,
                CodePermissions.REVEAL_CLAIMS,
                CodePermissions.SUPERVISE_REVIEWS,
                CodePermissions.MANAGE);
        String toReview = claimed(applicant(), enterprise().id(), "BASIC");
        String claims = "/api/code/claims/{id}";
        Map<String, Object> decided = Map.of("version", 0, "reason", "材料不清晰");
        Object promise = jdbc.sql("select id from promise where case_id = ?")
                .param(UUID.fromString(toReview))
                .query(UUID.class)
                .single();
        Object code = code(holder("BASIC").id()).get("id");
        String codes = "/api/code/codes/{id}";
        Map<String, Object> form =
                Map.of("kind", "VENUE", "name", "生人的窗口", "offers", List.of(Map.of("service", "MATCH")));
        Object venue = post(staff, "/service-codes", form)
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        String venues = "/api/code/service-codes/{id}";
        String own = "names one of five categories, of the caller's own enterprise";

        strangers
                .toward()
                .owned("GET " + mine, applicant, claim)
                .owned("GET " + mine + "/readings", applicant, claim)
                .owned("PUT " + mine, applicant, claim, again)
                .owned("POST " + mine + "/withdraw", applicant, claim, Map.of("version", 0))
                .owned("GET /api/code/files/{id}", applicant, letter)
                .owned("GET " + claims, staff, toReview)
                .owned(
                        "POST " + claims + "/reveal",
                        staff,
                        toReview,
                        Map.of("field", "code.claim.agent-phone", "reason", "电话核实申请人身份"))
                .owned("POST /api/code/promises/{id}/urge", staff, promise, Map.of())
                .owned(
                        "POST " + claims + "/ask-extension",
                        staff,
                        toReview,
                        Map.of("workingDays", 1, "reason", "核实授权书"))
                .owned(
                        "POST /api/code/promises/{id}/decide-extension",
                        TestUsers.ofDepartment(Ids.next(), CodePermissions.SUPERVISE_REVIEWS),
                        promise,
                        Map.of("approved", true))
                .owned("POST " + claims + "/return", staff, toReview, decided)
                .owned("POST " + claims + "/reject", staff, toReview, decided)
                .owned("POST " + claims + "/approve", staff, toReview, decided)
                .owned("GET " + codes, staff, code)
                .owned(
                        "POST " + codes + "/level",
                        staff,
                        code,
                        Map.of("version", 0, "level", "WARNED", "reason", "材料不清晰"))
                .owned("POST " + codes + "/freeze", staff, code, decided)
                .owned("POST " + codes + "/unfreeze", staff, code, decided)
                .owned("POST " + codes + "/reissue", staff, code, decided)
                .owned("POST " + codes + "/revoke", staff, code, decided)
                .owned("GET " + venues, staff, venue)
                .owned("GET " + venues + "/visits", staff, venue)
                .owned("PUT " + venues, staff, venue, Map.of("version", 0, "code", form))
                .owned("POST " + venues + "/stop", staff, venue, Map.of("version", 0))
                .owned("POST " + venues + "/resume", staff, venue, Map.of("version", 0))
                .open("PUT /api/code/promise-terms/{caseClass}", "names a kind of case; its term is one for all")
                .open("PUT /api/code/my/consents/{category}", own)
                .owned(
                        "PUT /api/code/my/consents/banks/{bankId}",
                        memberOf(enterprise.id()),
                        bank,
                        Map.of("granted", false))
                .owned(
                        "PUT /api/code/my/consents/banks/{bankId}/report",
                        memberOf(enterprise.id()),
                        bank,
                        Map.of("granted", false))
                .owned(
                        "PUT /api/code/my/consents/systems/{ownerId}",
                        memberOf(enterprise.id()),
                        system,
                        Map.of("granted", false))
                .areTurnedAway();
    }

    @Test
    void
            what_somebody_claimed_with_is_theirs_to_take_out_with_the_number_of_the_representative_covered_and_nobody_elses() {
        EnterpriseRecord enterprise = enterprise();
        claimed(applicant, enterprise.id(), "BASIC");

        service.as(applicant)
                .get()
                .uri("/api/code/my/data")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.claims.length()")
                .isEqualTo(1)
                .jsonPath("$.claims[0].enterpriseName")
                .isEqualTo(enterprise.name())
                .jsonPath("$.claims[0].status")
                .isEqualTo("待审核")
                .jsonPath("$.claims[0].agentPhone")
                .isEqualTo("13812345678")
                .jsonPath("$.claims[0].legalRepIdNumber")
                .value(String.class, number -> assertThat(number).matches("\\d{6}\\*{8}\\w{4}"));
        service.as(applicant())
                .get()
                .uri("/api/code/my/data")
                .exchange()
                .expectBody()
                .jsonPath("$.claims.length()")
                .isEqualTo(0);
    }

    @Test
    void a_claim_is_taken_in_and_told() {
        EnterpriseRecord enterprise = enterprise();

        post(applicant, "/claims", form(enterprise.id(), letter(applicant), "BASIC", "LEGAL"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUBMITTED")
                .jsonPath("$.number")
                .value(String.class, number -> assertThat(number).matches("LM\\d{14}"))
                .jsonPath("$.agentPhone")
                .isEqualTo("138****5678")
                .jsonPath("$.consents.length()")
                .isEqualTo(2)
                .jsonPath("$.letterFile.name")
                .isEqualTo("授权书.pdf");

        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeClaimSubmitted' and data ->> 'enterpriseId' = ?"
                                + " and data ->> 'townCode' = ?",
                        enterprise.id().toString(),
                        enterprise.townCode()))
                .as("told with its town, so that those hear who may open it")
                .isEqualTo(1);
    }

    @Test
    void the_identity_number_is_encrypted_at_rest_and_in_no_answer() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");

        String stored = jdbc.sql("select legal_rep_id_number from claim where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        String answer = get(applicant, "/my/claims/" + id)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(stored).startsWith("sm4:1:").doesNotContain(ID_NUMBER);
        assertThat(RawTables.showing(tables, ID_NUMBER)).isEmpty();
        assertThat(RawTables.showing(tables, "13812345678")).isEmpty();
        assertThat(RawTables.encryptedColumns(tables))
                .containsExactly("claim.agent_phone", "claim.legal_rep_id_number", "idempotency_key.body");
        assertThat(answer).doesNotContain(ID_NUMBER).doesNotContain("13812345678");
    }

    @Test
    void a_representative_whom_the_register_does_not_know_is_refused() {
        Map<String, Object> form = form(enterprise().id(), letter(applicant), "BASIC");
        form.put("legalRep", Map.of("name", "李逵", "idNumber", ID_NUMBER));

        refused(post(applicant, "/claims", form), 422, "LEGAL_REP_MISMATCH");
        assertThat(count(
                        "select count(*) from outbox where data ->> 'action' = 'CLAIM_NAME_REFUSED' and data ->> 'subjectId' = ?",
                        form.get("enterpriseId").toString()))
                .as("on record, although nothing else came of it")
                .isEqualTo(1);
    }

    @Test
    void who_represents_an_enterprise_is_not_found_out_by_trying_names() throws Exception {
        tomorrowAtNoon();
        UUID enterprise = enterprise().id();
        String letter = letter(applicant);
        Map<String, Object> wrong = form(enterprise, letter, "BASIC");
        wrong.put("legalRep", Map.of("name", "李逵", "idNumber", ID_NUMBER));

        List<Integer> answers = AtOnce.run(
                NamedRepresentatives.MOST_WRONG_A_DAY + 3,
                () -> post(applicant, "/claims", wrong)
                        .returnResult(String.class)
                        .getStatus()
                        .value());
        assertThat(answers).filteredOn(status -> status == 422).hasSize(NamedRepresentatives.MOST_WRONG_A_DAY);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(3);
        refused(post(applicant, "/claims", form(enterprise, letter, "BASIC")), 429, "CLAIMS_USED_UP");

        tomorrowAtNoon();
        claimed(applicant, enterprise, "BASIC");
    }

    @Test
    void an_enterprise_that_was_struck_off_cannot_be_claimed() {
        refused(
                post(
                        applicant,
                        "/claims",
                        form(enterprise(EnterpriseStatus.CANCELLED).id(), letter(applicant), "BASIC")),
                422,
                "ENTERPRISE_NOT_ACTIVE");
    }

    @Test
    void an_unknown_enterprise_cannot_be_claimed() {
        refused(post(applicant, "/claims", form(Ids.next(), letter(applicant), "BASIC")), 404, "NOT_FOUND");
    }

    @Test
    void while_the_register_is_silent_nothing_is_taken_in() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");
        theRegisterIsSilent();

        refused(post(applicant, "/claims", form), 503, "SERVICE_UNAVAILABLE");

        assertThat(count("select count(*) from claim where enterprise_id = ?", enterprise.id()))
                .isZero();
    }

    @Test
    void an_enterprise_heard_of_is_claimed_also_while_the_register_is_silent() {
        EnterpriseRecord enterprise = enterprise();
        hearOf(enterprise);
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");
        theRegisterIsSilent();

        post(applicant, "/claims", form).expectStatus().isCreated();
    }

    @Test
    void each_wrong_field_is_named() {
        Map<String, Object> form = form(enterprise().id(), letter(applicant), "BASIC");
        form.put("agent", Map.of("name", " ", "phone", "12345"));
        form.remove("letterFileId");

        post(applicant, "/claims", form)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(
                        List.class,
                        fields -> assertThat(List.<Object>copyOf(fields))
                                .containsExactlyInAnyOrder("agent.name", "agent.phone", "letterFileId"));
    }

    @Test
    void names_are_letters_as_they_are_where_one_registers() {
        Map<String, Object> form = form(enterprise().id(), letter(applicant), "BASIC");
        form.put("legalRep", Map.of("name", "陈；志远", "idNumber", ID_NUMBER));
        form.put("agent", Map.of("name", "😀<b>", "phone", "13812345678"));

        post(applicant, "/claims", form)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(
                        List.class,
                        fields -> assertThat(List.<Object>copyOf(fields))
                                .containsExactlyInAnyOrder("agent.name", "legalRep.name"));
    }

    @Test
    void a_wrong_identity_number_is_refused_beside_its_field() {
        Map<String, Object> form = form(enterprise().id(), letter(applicant), "BASIC");
        form.put("legalRep", Map.of("name", "陈志远", "idNumber", "110105194912310021"));

        post(applicant, "/claims", form)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("legalRep.idNumber");
    }

    @Test
    void an_unknown_consent_category_is_refused() {
        refused(
                post(applicant, "/claims", form(enterprise().id(), letter(applicant), "EVERYTHING")),
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void somebody_elses_letter_proves_nothing() {
        String othersLetter = letter(applicant());

        post(applicant, "/claims", form(enterprise().id(), othersLetter, "BASIC"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("letterFileId");
    }

    @Test
    void a_second_claim_while_the_first_is_open_is_refused() {
        EnterpriseRecord enterprise = enterprise();
        claimed(applicant, enterprise.id(), "BASIC");

        refused(
                post(applicant, "/claims", form(enterprise.id(), letter(applicant), "BASIC")),
                409,
                "CLAIM_ALREADY_OPEN");
    }

    @Test
    void two_people_may_say_that_they_act_for_the_same_enterprise() {
        EnterpriseRecord enterprise = enterprise();

        claimed(applicant, enterprise.id(), "BASIC");
        claimed(applicant(), enterprise.id(), "BASIC");

        assertThat(count("select count(*) from claim where enterprise_id = ?", enterprise.id()))
                .isEqualTo(2);
    }

    @Test
    void an_impatient_person_who_submits_five_times_at_once_has_one_claim() throws Exception {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");

        List<Integer> answers = AtOnce.run(
                5,
                () -> post(applicant, "/claims", form)
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(count("select count(*) from claim where enterprise_id = ?", enterprise.id()))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeClaimSubmitted' and data ->> 'enterpriseId' = ?",
                        enterprise.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void no_more_claims_wait_for_reviewers_than_one_person_may_have_open() {
        String first = claimed(applicant, enterprise().id(), "BASIC");
        for (int i = 1; i < Claims.MOST_OPEN; i++) {
            claimed(applicant, enterprise().id(), "BASIC");
        }
        UUID oneMore = enterprise().id();
        Map<String, Object> form = form(oneMore, letter(applicant), "BASIC");

        refused(post(applicant, "/claims", form), 409, "TOO_MANY_OPEN_CLAIMS");
        assertThat(count("select count(*) from claim where enterprise_id = ?", oneMore))
                .isZero();
        claimed(applicant(), oneMore, "BASIC");

        withdraw(first);
        post(applicant, "/claims", form).expectStatus().isCreated();
    }

    @Test
    void many_enterprises_claimed_at_once_are_no_more_than_one_after_the_other() throws Exception {
        String letter = letter(applicant);

        List<Integer> answers = AtOnce.run(12, () -> handIn(letter));

        assertThat(answers).containsOnly(201, 409);
        assertThat(count("select count(*) from claim where applicant_id = ?", applicant.accountId()))
                .isEqualTo(Claims.MOST_OPEN);
    }

    @Test
    void who_hands_in_and_takes_back_is_told_to_come_again_tomorrow() {
        tomorrowAtNoon();
        String letter = letter(applicant);
        UUID enterprise = enterprise().id();
        for (int i = 0; i < Claims.MOST_A_DAY; i++) {
            withdraw(claimed(applicant, enterprise, "BASIC"));
        }

        post(applicant, "/claims", form(enterprise, letter, "BASIC"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(11 * 3600, 12 * 3600))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CLAIMS_USED_UP")
                .jsonPath("$.detail")
                .isEqualTo("您今天已提交领码申请 20 次，达到每日上限，请明天再试")
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        assertThat(count("select count(*) from claim where enterprise_id = ?", enterprise))
                .isEqualTo(Claims.MOST_A_DAY);
        claimed(applicant(), enterprise, "BASIC");

        tomorrowAtNoon();
        claimed(applicant, enterprise, "BASIC");
    }

    @Test
    void the_last_claims_of_a_day_are_counted_also_when_they_come_at_once() throws Exception {
        tomorrowAtNoon();
        UUID enterprise = enterprise().id();
        for (int i = 2; i < Claims.MOST_A_DAY; i++) {
            withdraw(claimed(applicant, enterprise, "BASIC"));
        }
        String letter = letter(applicant);

        List<Integer> answers = AtOnce.run(4, () -> handIn(letter));

        assertThat(answers).containsExactlyInAnyOrder(201, 201, 429, 429);
    }

    /** Of an enterprise of its own. */
    private int handIn(String letter) {
        return post(applicant, "/claims", form(enterprise().id(), letter, "BASIC"))
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private void withdraw(String claim) {
        post(applicant, "/my/claims/" + claim + "/withdraw", Map.of("version", 0))
                .expectStatus()
                .isOk();
    }

    /** So that no day ends while it is counted. */
    private void tomorrowAtNoon() {
        Instant now = clock.instant();
        clock.forward(Duration.between(now, BusinessTime.endOf(BusinessTime.dayOf(now)))
                .plusHours(12));
    }

    @Test
    void a_repeated_request_with_its_key_gets_the_first_answer() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");

        String first = submitWithKey(form, "key-20260315");
        String second = submitWithKey(form, "key-20260315");

        assertThat(second).isEqualTo(first);
        assertThat(count("select count(*) from claim where enterprise_id = ?", enterprise.id()))
                .isEqualTo(1);
    }

    @Test
    void an_enterprise_that_holds_a_code_cannot_be_claimed_again() {
        EnterpriseRecord enterprise = holder("BASIC");

        refused(
                post(applicant, "/claims", form(enterprise.id(), letter(applicant), "BASIC")),
                409,
                "ENTERPRISE_ALREADY_CLAIMED");
    }

    @Test
    void somebody_elses_claim_is_not_there() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        CurrentUser stranger = applicant();

        refused(get(stranger, "/my/claims/" + id), 404, "NOT_FOUND");
        refused(post(stranger, "/my/claims/" + id + "/withdraw", Map.of("version", 0)), 404, "NOT_FOUND");
        get(stranger, "/my/claims").expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void a_claim_can_be_withdrawn_once() {
        String id = claimed(applicant, enterprise().id(), "BASIC");

        post(applicant, "/my/claims/" + id + "/withdraw", Map.of("version", 0))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("WITHDRAWN")
                .jsonPath("$.withdrawnAt")
                .exists()
                .jsonPath("$.version")
                .isEqualTo(1);
        get(applicant, "/my/claims")
                .expectBody()
                .jsonPath("$.items[0].withdrawnAt")
                .exists();
        refused(post(applicant, "/my/claims/" + id + "/withdraw", Map.of("version", 0)), 409, "STATE_CONFLICT");
        refused(post(applicant, "/my/claims/" + id + "/withdraw", Map.of("version", 1)), 409, "STATE_CONFLICT");
    }

    @Test
    void that_a_claim_is_withdrawn_is_told_after_its_version() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        post(applicant, "/my/claims/" + id + "/withdraw", Map.of("version", 0))
                .expectStatus()
                .isOk();

        assertThat(count("select version from outbox where type = 'code.CodeClaimWithdrawn' and subject = ?::uuid", id))
                .isEqualTo(1);
    }

    @Test
    void what_was_sent_back_is_handed_in_again() {
        EnterpriseRecord enterprise = enterprise();
        String id = claimed(applicant, enterprise.id(), "BASIC");
        Object handedInAt = Objects.requireNonNull(get(applicant, "/my/claims/" + id)
                        .expectBody(JSON)
                        .returnResult()
                        .getResponseBody())
                .get("submittedAt");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        put(
                        applicant,
                        "/my/claims/" + id,
                        Map.of("version", 1, "claim", form(enterprise.id(), letter(applicant), "BASIC", "ASSET")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUBMITTED")
                .jsonPath("$.reason")
                .doesNotExist()
                .jsonPath("$.consents.length()")
                .isEqualTo(2);

        post(reviewer, "/claims/" + id + "/reject", Map.of("version", 2, "reason", "企业与授权书不符"))
                .expectStatus()
                .isOk();
        get(applicant, "/my/claims/" + id)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("企业与授权书不符")
                .jsonPath("$.corrections.length()")
                .isEqualTo(1)
                .jsonPath("$.corrections[0].reason")
                .isEqualTo("授权书不清晰")
                .jsonPath("$.corrections[0].submittedAt")
                .isEqualTo(handedInAt)
                .jsonPath("$.corrections[0].returnedAt")
                .exists()
                .jsonPath("$.corrections[0].resubmittedAt")
                .exists();
        get(applicant, "/my/claims?size=50")
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].corrections[0].reason")
                .isEqualTo("授权书不清晰");
    }

    @Test
    void what_answers_cover_is_not_asked_for_again_but_of_somebody_else() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");
        Map<String, Object> first = new HashMap<>(form);
        first.put("legalRep", Map.of("name", "陈志远", "idNumber", ""));
        refused(post(applicant, "/claims", first), 400, "VALIDATION_FAILED");
        first.put("legalRep", form.get("legalRep"));
        first.put("agent", Map.of("name", "王小明", "phone", ""));
        refused(post(applicant, "/claims", first), 400, "VALIDATION_FAILED");
        String id = claimed(applicant, enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        form.put("legalRep", Map.of("name", "陈志远", "idNumber", ""));
        form.put("agent", Map.of("name", "李小红", "phone", ""));
        put(applicant, "/my/claims/" + id, Map.of("version", 1, "claim", form))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("agent.phone");
        form.put("agent", Map.of("name", "王小明", "phone", ""));
        put(applicant, "/my/claims/" + id, Map.of("version", 1, "claim", form))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agentPhone")
                .isEqualTo("138****5678");
        CurrentUser allSeeing = reviewer.seeing(
                Map.of(CodeFields.LEGAL_REP_ID_NUMBER, FieldRule.PLAIN, CodeFields.AGENT_PHONE, FieldRule.PLAIN));
        get(allSeeing, "/claims/" + id)
                .expectBody()
                .jsonPath("$.legalRepIdNumber")
                .isEqualTo(ID_NUMBER)
                .jsonPath("$.claim.agentPhone")
                .isEqualTo("13812345678");
    }

    @Test
    void what_was_sent_back_is_not_handed_in_again_as_it_was() {
        EnterpriseRecord enterprise = enterprise();
        Map<String, Object> form = form(enterprise.id(), letter(applicant), "BASIC");
        String id = (String) post(applicant, "/claims", form)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        refused(put(applicant, "/my/claims/" + id, Map.of("version", 1, "claim", form)), 422, "NOTHING_SUPPLEMENTED");
        get(applicant, "/my/claims/" + id).expectBody().jsonPath("$.status").isEqualTo("RETURNED");
    }

    @Test
    void a_claim_is_not_turned_into_one_for_another_enterprise() {
        String id = claimed(applicant, enterprise().id(), "BASIC");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        refused(
                put(
                        applicant,
                        "/my/claims/" + id,
                        Map.of("version", 1, "claim", form(enterprise().id(), letter(applicant), "BASIC"))),
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void nobody_claims_without_signing_in() {
        refused(
                service.anonymous()
                        .post()
                        .uri("/api/code/claims")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of())
                        .exchange(),
                401,
                "UNAUTHENTICATED");
    }

    private String submitWithKey(Map<String, Object> form, String key) {
        return service.as(applicant)
                .post()
                .uri("/api/code/claims")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(form)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
