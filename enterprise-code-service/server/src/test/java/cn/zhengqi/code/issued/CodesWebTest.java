package cn.zhengqi.code.issued;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class CodesWebTest extends CodeServiceTest {

    @Autowired
    private Consents consents;

    @Test
    void an_enterprise_without_a_code_is_told_so() {
        UUID enterprise = enterprise().id();

        refused(get(memberOf(enterprise), "/my/code"), 404, "CODE_NOT_FOUND");
        refused(post(memberOf(enterprise), "/my/code/dynamic", Map.of()), 404, "CODE_NOT_FOUND");
        refused(get(memberOf(enterprise), "/my/code/static.png"), 404, "CODE_NOT_FOUND");
    }

    @Test
    void who_acts_for_no_enterprise_has_no_code() {
        refused(get(TestUsers.withoutEnterprise(CodePermissions.OWN_ENTERPRISE), "/my/code"), 403, "NO_ENTERPRISE");
        refused(get(TestUsers.withoutEnterprise(), "/my/code"), 403, "FORBIDDEN");
    }

    @Test
    void a_dynamic_code_lives_less_than_a_minute_and_is_new_each_time() {
        EnterpriseRecord enterprise = holder("BASIC");

        Map<String, Object> first = post(memberOf(enterprise.id()), "/my/code/dynamic", Map.of())
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();

        assertThat(Duration.between(OffsetDateTime.parse((String) first.get("issuedAt")), OffsetDateTime.parse((String)
                        first.get("expiresAt"))))
                .isEqualTo(Duration.ofSeconds(55));
        assertThat(first).containsEntry("ttlSeconds", 55);
        assertThat((String) first.get("content")).startsWith("ZQ1:").isNotEqualTo(dynamicCode(enterprise.id()));
    }

    @Test
    void an_officer_gets_the_public_key_and_the_time_for_checks_without_a_network() {
        get(officer, "/offline-check")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.keys.length()")
                .isEqualTo(1)
                .jsonPath("$.keys[0].keyId")
                .value(String.class, id -> assertThat(id).matches("[0-9a-f]{8}"))
                .jsonPath("$.at")
                .exists();
        refused(get(memberOf(enterprise().id()), "/offline-check"), 403, "FORBIDDEN");
    }

    @Test
    void the_static_code_is_printed_as_png_and_svg() {
        EnterpriseRecord enterprise = holder("BASIC");

        byte[] png = get(memberOf(enterprise.id()), "/my/code/static.png")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        String svg = get(memberOf(enterprise.id()), "/my/code/static.svg")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(svg).startsWith("<svg").contains("企业码");
    }

    @Test
    void a_revoked_static_code_says_so_and_the_new_one_works() {
        EnterpriseRecord enterprise = holder("BASIC");
        String old = (String) code(enterprise.id()).get("staticContent");
        scan(old).expectStatus().isCreated();

        Map<String, Object> renewed = replaced(
                        memberOf(enterprise.id()), code(enterprise.id()).get("staticIssuedAt"), Ids.next())
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();

        assertThat(renewed.get("staticContent")).isNotEqualTo(old);
        assertThat(renewed.get("staticRevokedAt")).isNotNull();
        refused(scan(old), 410, "STATIC_CODE_REVOKED");
        scan((String) renewed.get("staticContent")).expectStatus().isCreated();
    }

    @Test
    void a_replacement_that_is_sent_again_leaves_the_code_that_was_printed_meanwhile() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        UUID key = Ids.next();
        Object seen = code(enterprise.id()).get("staticIssuedAt");
        Map<String, Object> first = replaced(owner, seen, key)
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();

        replaced(owner, seen, key)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.staticContent")
                .isEqualTo(first.get("staticContent"));
        refused(replaced(owner, seen, Ids.next()), 409, "VERSION_CONFLICT");

        scan((String) first.get("staticContent")).expectStatus().isCreated();
        refused(post(owner, "/my/code/static/revoke", Map.of("issuedAt", seen)), 428, "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void a_plain_member_shows_and_prints_the_code_and_does_not_replace_it() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser member = plainMemberOf(enterprise.id());
        Map<String, Object> before = code(enterprise.id());

        post(member, "/my/code/dynamic", Map.of()).expectStatus().isOk();
        get(member, "/my/code/static.png").expectStatus().isOk();
        refused(replaced(member, before.get("staticIssuedAt"), Ids.next()), 403, "FORBIDDEN");

        assertThat(code(enterprise.id()).get("staticContent")).isEqualTo(before.get("staticContent"));
    }

    @Test
    void of_two_who_replace_the_printed_code_at_once_one_does() throws Exception {
        EnterpriseRecord enterprise = holder("BASIC");
        Object seen = code(enterprise.id()).get("staticIssuedAt");

        List<Integer> answers = AtOnce.run(
                2,
                () -> replaced(memberOf(enterprise.id()), seen, Ids.next())
                        .returnResult()
                        .getStatus()
                        .value());

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoever_has_replaced_the_printed_code_all_day_waits_for_the_next() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser owner = memberOf(enterprise.id());
        jdbc.sql("insert into day_count (account_id, name, day, count) values (?, 'STATIC_CODE', ?, 50)")
                .params(owner.accountId(), BusinessTime.today(clock))
                .update();
        Object seen = code(enterprise.id()).get("staticIssuedAt");

        refused(replaced(owner, seen, Ids.next()), 429, "TOO_MANY_REQUESTS");

        assertThat(code(enterprise.id()).get("staticIssuedAt")).isEqualTo(seen);
    }

    private RestTestClient.ResponseSpec replaced(CurrentUser owner, Object seen, UUID key) {
        return service.as(owner)
                .post()
                .uri("/api/code/my/code/static/revoke")
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("issuedAt", seen))
                .exchange();
    }

    @Test
    void a_frozen_code_is_neither_shown_nor_scanned_until_it_is_unfrozen() {
        EnterpriseRecord enterprise = holder("BASIC");
        String shown = dynamicCode(enterprise.id());
        String printed = (String) code(enterprise.id()).get("staticContent");
        String id = (String) code(enterprise.id()).get("id");

        post(manager, "/codes/" + id + "/freeze", Map.of("version", 0, "reason", "企业申请暂停使用"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("FROZEN")
                .jsonPath("$.version")
                .isEqualTo(1);

        refused(scan(shown), 403, "CODE_FROZEN");
        refused(scan(printed), 403, "CODE_FROZEN");
        refused(post(memberOf(enterprise.id()), "/my/code/dynamic", Map.of()), 403, "CODE_FROZEN");
        assertThat(code(enterprise.id())).containsEntry("statusReason", "企业申请暂停使用");

        post(manager, "/codes/" + id + "/unfreeze", Map.of("version", 1, "reason", "核查完成恢复使用"))
                .expectStatus()
                .isOk();
        scan(printed).expectStatus().isCreated();
    }

    @Test
    void a_revoked_code_is_dead_and_the_enterprise_may_claim_a_new_one() {
        EnterpriseRecord enterprise = holder("BASIC", "LEGAL");
        String printed = (String) code(enterprise.id()).get("staticContent");
        String id = (String) code(enterprise.id()).get("id");
        post(manager, "/codes/" + id + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();

        refused(scan(printed), 403, "CODE_REVOKED");
        String claim = claimed(applicant(), enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        assertThat(code(enterprise.id())).containsEntry("status", "ACTIVE").doesNotContainEntry("id", id);
        refused(scan(printed), 403, "CODE_REVOKED");
        get(memberOf(enterprise.id()), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)].category")
                .isEqualTo(List.of("BASIC"));
    }

    @Test
    void who_claims_again_after_a_revocation_reads_all_that_was_recorded_before() {
        EnterpriseRecord enterprise = holder("BASIC");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        post(
                        manager,
                        "/codes/" + code(enterprise.id()).get("id") + "/revoke",
                        Map.of("version", version(enterprise), "reason", "经办人调离"))
                .expectStatus()
                .isOk();

        String claim = claimed(applicant(), enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        CurrentUser member = memberOf(enterprise.id());
        get(member, "/my/scans").expectBody().jsonPath("$.total").isEqualTo(1);
        get(member, "/my/readings?source=SCAN").expectBody().jsonPath("$.total").isEqualTo(1);
        get(member, "/my/code/certifications")
                .expectBody()
                .jsonPath("$[*].label")
                .isEqualTo(List.of("企业认证", "注销", "企业认证"));
        get(member, "/my/consents/history")
                .expectBody()
                .jsonPath("$.items[*].action")
                .isEqualTo(List.of("GIVEN", "WITHDRAWN", "GIVEN"));
    }

    @Test
    void a_reissued_code_has_a_new_number_and_nothing_that_was_shown_or_printed_before_passes() {
        EnterpriseRecord enterprise = holder("BASIC");
        Map<String, Object> before = code(enterprise.id());
        String shown = dynamicCode(enterprise.id());
        String printed = (String) before.get("staticContent");
        String id = (String) before.get("id");

        post(manager, "/codes/" + id + "/reissue", Map.of("version", 0, "reason", "印制的码遗失"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.reissuedAt")
                .exists();

        refused(scan(shown), 410, "CODE_EXPIRED");
        refused(scan(printed), 410, "STATIC_CODE_REVOKED");
        Map<String, Object> after = code(enterprise.id());
        assertThat(after).containsEntry("id", id);
        assertThat(after.get("number")).isNotEqualTo(before.get("number"));
        scan((String) after.get("staticContent")).expectStatus().isCreated();
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();

        get(manager, "/codes/" + id)
                .expectBody()
                .jsonPath("$.history[1].action")
                .isEqualTo("REISSUED")
                .jsonPath("$.history[1].reason")
                .isEqualTo("印制的码遗失（原编号 " + before.get("number") + "）");
        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeReissued' and data ->> 'enterpriseId' = ?",
                        enterprise.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void whoever_had_a_consent_hears_that_the_code_is_frozen_reissued_and_revoked_and_nobody_else() {
        EnterpriseRecord enterprise = holder("BASIC");
        UUID allowed = Ids.next();
        consents.askedBySystem(enterprise.id(), allowed, "某公司");
        put(memberOf(enterprise.id()), "/my/consents/systems/" + allowed, Map.of("granted", true))
                .expectStatus()
                .isOk();
        consents.askedBySystem(enterprise.id(), Ids.next(), "没有得到同意的公司");
        Map<String, Object> before = code(enterprise.id());
        String path = "/codes/" + before.get("id");

        post(manager, path + "/reissue", Map.of("version", 0, "reason", "印制的码遗失"));
        post(manager, path + "/freeze", Map.of("version", 1, "reason", "正在核查授权"));
        post(manager, path + "/unfreeze", Map.of("version", 2, "reason", "核查完成无误"));
        post(manager, path + "/mark", Map.of("version", 3, "level", "KEY", "reason", "列入重点企业"));
        post(manager, path + "/revoke", Map.of("version", version(enterprise), "reason", "经查系冒领"))
                .expectStatus()
                .isOk();

        assertThat(voided(enterprise))
                .containsExactly(
                        "REISSUED " + before.get("number") + " [\"" + allowed + "\"]",
                        "FROZEN " + code(enterprise.id()).get("number") + " [\"" + allowed + "\"]",
                        "REVOKED " + code(enterprise.id()).get("number") + " [\"" + allowed + "\"]");
    }

    @Test
    void where_nobody_had_a_consent_nobody_is_told_of_the_code() {
        EnterpriseRecord enterprise = holder("BASIC");
        post(manager, "/codes/" + code(enterprise.id()).get("id") + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();

        assertThat(voided(enterprise)).isEmpty();
    }

    private Object version(EnterpriseRecord enterprise) {
        return code(enterprise.id()).get("version");
    }

    private List<String> voided(EnterpriseRecord enterprise) {
        return jdbc.sql("""
                        select concat_ws(' ', data ->> 'cause', data ->> 'number', data ->> 'receivers') from outbox
                        where type = 'code.CodeVoided' and data ->> 'enterpriseId' = ? order by seq""")
                .param(enterprise.id().toString())
                .query(String.class)
                .list();
    }

    @Test
    void a_code_is_reissued_by_staff_only_with_a_reason_as_they_saw_it_and_while_it_is_valid() {
        EnterpriseRecord enterprise = holder("BASIC");
        String id = (String) code(enterprise.id()).get("id");
        String path = "/codes/" + id + "/reissue";

        refused(post(officer, path, Map.of("version", 0, "reason", "印制的码遗失")), 403, "FORBIDDEN");
        refused(post(manager, path, Map.of("version", 0, "reason", " ")), 400, "VALIDATION_FAILED");
        refused(post(manager, path, Map.of("version", 7, "reason", "印制的码遗失")), 409, "VERSION_CONFLICT");
        post(manager, "/codes/" + id + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();
        refused(post(manager, path, Map.of("version", 1, "reason", "印制的码遗失")), 409, "STATE_CONFLICT");
    }

    @Test
    void two_clerks_who_saw_the_same_version_do_not_overwrite_each_other() {
        EnterpriseRecord enterprise = holder("BASIC");
        String id = (String) code(enterprise.id()).get("id");
        post(manager, "/codes/" + id + "/level", Map.of("version", 0, "level", "KEY", "reason", "列入重点企业"))
                .expectStatus()
                .isOk();

        refused(
                post(manager, "/codes/" + id + "/freeze", Map.of("version", 0, "reason", "正在核查授权")),
                409,
                "VERSION_CONFLICT");
    }

    @Test
    void a_colour_stands_on_the_card_with_its_reason_and_on_record() {
        EnterpriseRecord enterprise = holder("BASIC");
        String id = (String) code(enterprise.id()).get("id");

        post(manager, "/codes/" + id + "/level", Map.of("version", 0, "level", "WARNED", "reason", "未公示年报"))
                .expectStatus()
                .isOk();

        scan(dynamicCode(enterprise.id()))
                .expectBody()
                .jsonPath("$.card.codeLevel")
                .isEqualTo("WARNED")
                .jsonPath("$.card.levelReason")
                .isEqualTo("未公示年报");
        get(manager, "/codes/" + id)
                .expectBody()
                .jsonPath("$.history[*].action")
                .isEqualTo(List.of("ISSUED", "LEVEL_CHANGED"))
                .jsonPath("$.history[1].label")
                .isEqualTo("调整级别：正常 → 预警");
        get(memberOf(enterprise.id()), "/my/code/certifications")
                .expectBody()
                .jsonPath("$[0].label")
                .isEqualTo("调整级别：正常 → 预警")
                .jsonPath("$[0].note")
                .isEqualTo("未公示年报");
        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeStatusChanged' and data ->> 'enterpriseId' = ?"
                                + " and data ->> 'statusBefore' = data ->> 'status'",
                        enterprise.id().toString()))
                .as("who hears of it can tell that the status stayed")
                .isEqualTo(1);
    }

    @Test
    void the_console_lists_codes_without_their_content() {
        EnterpriseRecord enterprise = holder("BASIC");
        String number = (String) code(enterprise.id()).get("number");

        get(manager, "/codes?q=" + number + "&status=ACTIVE&level=NORMAL")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].enterpriseName")
                .isEqualTo("重庆示例机械有限公司")
                .jsonPath("$.items[0].staticContent")
                .doesNotExist();
        refused(get(officer, "/codes"), 403, "FORBIDDEN");
    }

    @Test
    void another_service_counts_the_enterprises_whose_code_is_in_force_frozen_or_not() {
        EnterpriseRecord enterprise = holder("BASIC");
        long before = certifiedEnterprises();
        String id = (String) code(enterprise.id()).get("id");
        post(manager, "/codes/" + id + "/freeze", Map.of("version", 0, "reason", "正在核查授权"))
                .expectStatus()
                .isOk();
        assertThat(certifiedEnterprises()).isEqualTo(before);
        post(manager, "/codes/" + id + "/revoke", Map.of("version", 1, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();
        assertThat(certifiedEnterprises()).isEqualTo(before - 1);

        String claim = claimed(applicant(), enterprise.id(), "BASIC");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        assertThat(certifiedEnterprises()).isEqualTo(before);

        holder("BASIC");
        assertThat(certifiedEnterprises()).isEqualTo(before + 1);
    }

    private long certifiedEnterprises() {
        Map<String, Object> totals = service.asService("stats-service")
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        return ((Number) totals.get("certifiedEnterprises")).longValue();
    }

    @Test
    void what_is_no_id_is_refused() {
        refused(get(manager, "/codes/not-an-id"), 400, "VALIDATION_FAILED");
        refused(get(reviewer, "/claims/not-an-id"), 400, "VALIDATION_FAILED");
        refused(get(applicant(), "/files/not-an-id"), 400, "VALIDATION_FAILED");
    }

    @Test
    void the_list_is_taken_out_by_its_filter_by_those_who_manage_codes() {
        EnterpriseRecord enterprise = holder("BASIC");
        String name = "重庆导出" + enterprise.id();
        jdbc.sql("update enterprise_code set enterprise_name = ? where enterprise_id = ?")
                .params(name, enterprise.id())
                .update();
        String of = "&q=" + name;

        ExportedFile file = ExportedFile.of(service.as(manager), "/api/code/codes/export?status=ACTIVE" + of);

        assertThat(file.head()).contains("企业名称", "企业码编号", "状态", "级别", "发放时间");
        assertThat(file.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("统一社会信用代码", enterprise.uscc())
                        .containsEntry("企业码编号", (String) code(enterprise.id()).get("number")));
        assertThat(ExportedFile.of(service.as(manager), "/api/code/codes/export?status=REVOKED" + of)
                        .rows())
                .isEmpty();
        assertThat(ExportedFile.of(service.as(manager), "/api/code/codes/export?to=2020-01-01" + of)
                        .rows())
                .isEmpty();
        refused(get(officer, "/codes/export"), 403, "FORBIDDEN");
        refused(get(manager, "/codes/export?sort=level,asc"), 400, "VALIDATION_FAILED");
        refused(get(manager, "/codes?from=2026-02-02&to=2026-02-01"), 400, "VALIDATION_FAILED");
        refused(get(manager, "/codes?q=" + "企".repeat(101)), 400, "VALIDATION_FAILED");
    }
}
