package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

class ConsentsWebTest extends CodeServiceTest {

    @Autowired
    private Consents consents;

    @Autowired
    private TransactionTemplate transaction;

    private UUID enterprise;

    @BeforeEach
    void anEnterpriseHoldsItsCode() {
        enterprise = holder().id();
    }

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
    void a_plain_member_reads_the_consents_and_changes_none() {
        set("ASSET", true);
        CurrentUser member = plainMemberOf(enterprise);

        for (String path : List.of(
                "/my/consents/ASSET",
                "/my/consents/banks/" + Ids.next(),
                "/my/consents/banks/" + Ids.next() + "/report",
                "/my/consents/systems/" + Ids.next())) {
            refused(put(member, path, Map.of("granted", false)), 403, "FORBIDDEN");
        }

        get(member, "/my/consents").expectStatus().isOk();
        get(member, "/my/consents/history").expectStatus().isOk();
        granted("ASSET", true);
    }

    /** Each change is told to others, who rebuild from it, and stands in the log. */
    @Test
    void whoever_has_changed_consents_all_day_waits_for_the_next() {
        CurrentUser member = memberOf(enterprise);
        put(member, "/my/consents/ASSET", Map.of("granted", true, "scanners", ScannerKind.values()))
                .expectStatus()
                .isOk();
        jdbc.sql("update day_count set count = 199 where account_id = ? and name = 'CONSENT'")
                .param(member.accountId())
                .update();
        put(member, "/my/consents/ASSET", Map.of("granted", false))
                .expectStatus()
                .isOk();

        put(member, "/my/consents/ASSET", Map.of("granted", true, "scanners", ScannerKind.values()))
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_REQUESTS")
                .jsonPath("$.detail")
                .isEqualTo("您今天修改数据授权已达 200 次上限，请明天再试")
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        refused(put(member, "/my/consents/banks/" + Ids.next(), Map.of("granted", true)), 429, "TOO_MANY_REQUESTS");
        refused(put(member, "/my/consents/systems/" + Ids.next(), Map.of("granted", true)), 429, "TOO_MANY_REQUESTS");
        granted("ASSET", false);
        jdbc.sql("update day_count set day = day - 1 where account_id = ?")
                .param(member.accountId())
                .update();
        put(member, "/my/consents/ASSET", Map.of("granted", true, "scanners", ScannerKind.values()))
                .expectStatus()
                .isOk();
    }

    @Test
    void the_log_names_the_person_who_said_it_also_when_another_service_passes_it_on() {
        CurrentUser member = memberOf(enterprise);
        put(member, "/my/consents/ASSET", Map.of("granted", true, "scanners", ScannerKind.values()))
                .expectStatus()
                .isOk();
        UUID person = Ids.next();
        wish("TAX", true, person);

        assertThat(jdbc.sql("""
                                select concat_ws(' ', data #>> '{actor,kind}', data #>> '{actor,id}', data #>> '{actor,name}')
                                from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by seq""")
                        .param(enterprise.toString())
                        .query(String.class)
                        .list())
                .containsExactly("PERSON " + member.accountId() + " 测试企业管理员", "PERSON " + person + " 王小明");
        assertThat(jdbc.sql("select actor_id from consent_change where enterprise_id = ? order by id")
                        .param(enterprise)
                        .query(UUID.class)
                        .list())
                .containsExactly(member.accountId(), person);
    }

    @Test
    void the_log_says_whose_data_it_is_as_far_as_the_register_is_known() {
        set("LEGAL", true);
        jdbc.sql("""
                        insert into registered_enterprise (id, uscc, name, legal_rep, town_code, industry_code, status, demo, version)
                        values (?, '91500113MAX5XQ4WX4', '重庆旭砺摩配有限公司', '陈志远', '500113001', 'C3752', 'ACTIVE', true, 1)""").param(enterprise).update();
        set("BASIC", true);

        assertThat(jdbc.sql("""
                                select data ->> 'subjectName' from outbox
                                where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by seq""")
                        .param(enterprise.toString())
                        .query(String.class)
                        .list())
                .containsExactly("法务信息", "重庆旭砺摩配有限公司 · 基本信息");
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
                .jsonPath("$.changed")
                .isEqualTo(true)
                .jsonPath("$.grantedAt")
                .exists();
        wish("TAX", true).jsonPath("$.changed").isEqualTo(false);
        granted("TAX", true);
        assertThat(onRecord()).containsExactly("granted by 王小明");
        assertThat(jdbc.sql("""
                        select data ->> 'personName' from outbox
                        where type = 'code.ConsentChanged' and subject = ? and person::text = data ->> 'personId'""").param(enterprise).query(String.class).list())
                .as("others are told who did")
                .containsExactly("王小明");
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
    void a_consent_says_to_whom_what_for_and_how_long() {
        LocalDate today = BusinessTime.today(clock);
        set("LEGAL", true);
        set("TAX", true, today.plusMonths(6));

        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[3].receiverKind")
                .isEqualTo("SCANNER")
                .jsonPath("$[3].purpose")
                .isEqualTo("扫码核验企业身份和资质")
                .jsonPath("$[3].validFrom")
                .isEqualTo(today.toString())
                .jsonPath("$[3].validUntil")
                .isEqualTo(today.plusMonths(24).toString())
                .jsonPath("$[3].standing")
                .isEqualTo("GIVEN")
                .jsonPath("$[4].receiverKind")
                .isEqualTo("PLATFORM")
                .jsonPath("$[4].validUntil")
                .isEqualTo(today.plusMonths(6).toString());
    }

    @Test
    void a_consent_ends_with_its_last_day_and_can_be_given_again() {
        LocalDate lastDay = BusinessTime.today(clock).plusDays(1);
        set("ASSET", true, lastDay);
        clock.forward(Duration.ofDays(2));

        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[2].standing")
                .isEqualTo("EXPIRED")
                .jsonPath("$[2].granted")
                .isEqualTo(false);

        set("ASSET", true);
        granted("ASSET", true);
    }

    @Test
    void a_day_that_is_over_or_too_far_away_is_refused_with_its_field() {
        LocalDate today = BusinessTime.today(clock);
        for (LocalDate wrong : List.of(today.minusDays(1), today.plusYears(4))) {
            refused(
                    put(
                            memberOf(enterprise),
                            "/my/consents/TAX",
                            Map.of("granted", true, "validUntil", wrong.toString())),
                    400,
                    "VALIDATION_FAILED");
        }
        granted("TAX", false);
    }

    @Test
    void every_version_is_kept_with_who_said_it_and_read_the_newest_first() {
        LocalDate lastDay = BusinessTime.today(clock).plusMonths(3);
        set("LEGAL", true);
        clock.forward(Duration.ofSeconds(1));
        set("LEGAL", true, lastDay);
        clock.forward(Duration.ofSeconds(1));
        set("LEGAL", false);

        get(memberOf(enterprise), "/my/consents/history")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(3)
                .jsonPath("$.items[*].action")
                .isEqualTo(List.of("WITHDRAWN", "CHANGED", "GIVEN"))
                .jsonPath("$.items[1].validUntil")
                .isEqualTo(lastDay.toString())
                .jsonPath("$.items[0].actorName")
                .isEqualTo("测试企业管理员");
        get(memberOf(Ids.next()), "/my/consents/history")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void a_bank_may_read_by_the_consent_of_an_application_until_the_enterprise_withdraws_it() {
        UUID bank = Ids.next();
        Instant applied = clock.instant();
        assertThat(toBank(bank, applied)).isEqualTo("GIVEN");
        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[5].receiverName")
                .isEqualTo("测试银行")
                .jsonPath("$[5].purpose")
                .isEqualTo("审核融资申请")
                .jsonPath("$[5].category")
                .isEqualTo("BASIC");

        clock.forward(Duration.ofSeconds(1));
        put(memberOf(enterprise), "/my/consents/banks/" + bank, Map.of("granted", false))
                .expectStatus()
                .isOk();

        assertThat(toBank(bank, applied)).isEqualTo("WITHDRAWN");
        clock.forward(Duration.ofSeconds(1));
        assertThat(toBank(bank, clock.instant()))
                .as("who applies again consents again")
                .isEqualTo("GIVEN");
    }

    @Test
    void what_was_allowed_under_a_code_ends_with_it_also_what_is_heard_of_later() {
        UUID claimed = holder("BASIC", "TAX").id();
        UUID bank = Ids.next();
        Instant applied = clock.instant();
        assertThat(toBank(claimed, bank, applied)).isEqualTo("GIVEN");
        clock.forward(Duration.ofSeconds(1));
        post(manager, "/codes/" + code(claimed).get("id") + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();

        assertThat(toBank(claimed, bank, applied)).isEqualTo("WITHDRAWN");
        assertThat(toBank(claimed, Ids.next(), applied))
                .as("a bank that asks for the first time")
                .isEqualTo("NEVER");
        get(memberOf(claimed), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();

        clock.forward(Duration.ofSeconds(1));
        String claim = claimed(applicant(), claimed, "BASIC");
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        assertThat(toBank(claimed, bank, applied)).isEqualTo("WITHDRAWN");
        get(memberOf(claimed), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)].category")
                .isEqualTo("BASIC");
        clock.forward(Duration.ofSeconds(1));
        assertThat(toBank(claimed, bank, clock.instant()))
                .as("who claims now applies")
                .isEqualTo("GIVEN");
    }

    @Test
    void whose_code_is_revoked_takes_back_and_grants_nothing_though_still_signed_in() {
        UUID bank = Ids.next();
        UUID system = Ids.next();
        CurrentUser member = memberOf(enterprise);
        set("ASSET", true);
        toBank(bank, clock.instant());
        consents.askedBySystem(enterprise, system, "某公司");
        revoke();

        for (String path : List.of("ASSET", "banks/" + bank, "banks/" + bank + "/report", "systems/" + system)) {
            refused(put(member, "/my/consents/" + path, Map.of("granted", true)), 403, "CODE_REVOKED");
            put(member, "/my/consents/" + path, Map.of("granted", false))
                    .expectStatus()
                    .isOk();
        }
        asksFor("TAX", true, Ids.next()).expectStatus().isForbidden();
        clock.forward(Duration.ofSeconds(1));
        assertThat(toBank(bank, clock.instant()))
                .as("an application that slipped in after the revocation")
                .isEqualTo("WITHDRAWN");
        nothingIsGranted();
    }

    @Test
    void what_is_granted_while_a_revocation_waits_ends_with_the_code() throws Exception {
        CurrentUser member = memberOf(enterprise);
        Object code = code(enterprise).get("id");
        whileItWaitsForTheConsents(
                () -> consents.set(
                        enterprise, ConsentCategory.LEGAL, false, null, null, Actor.of(member), clock.instant()),
                () -> post(manager, "/codes/" + code + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                        .expectStatus()
                        .isOk(),
                () -> {
                    clock.forward(Duration.ofSeconds(1));
                    consents.set(
                            enterprise,
                            ConsentCategory.LEGAL,
                            true,
                            null,
                            Set.of(ScannerKind.BANK),
                            Actor.of(member),
                            clock.instant());
                });

        assertThat(code(enterprise)).containsEntry("status", "REVOKED");
        nothingIsGranted();
    }

    @Test
    void what_is_granted_while_a_revocation_is_under_way_is_refused() throws Exception {
        CurrentUser member = memberOf(enterprise);
        whileItWaitsForTheConsents(
                () -> {
                    jdbc.sql(
                                    "update enterprise_code set status = 'REVOKED', status_reason = '冒领' where enterprise_id = ?")
                            .param(enterprise)
                            .update();
                    consents.endAll(enterprise, Actor.of(manager));
                },
                () -> refused(put(member, "/my/consents/LEGAL", Map.of("granted", true)), 403, "CODE_REVOKED"),
                () -> {});

        nothingIsGranted();
    }

    /** @param first takes the lock, {@code meanwhile} is done while {@code other} waits for it */
    private void whileItWaitsForTheConsents(Runnable first, Runnable other, Runnable meanwhile) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> waited = transaction.execute(status -> {
                first.run();
                Future<?> running = threads.submit(other);
                await().until(() -> running.isDone() || somebodyWaitsForTheConsents());
                meanwhile.run();
                return running;
            });
            waited.get();
        }
    }

    private boolean somebodyWaitsForTheConsents() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'
                          and datname = current_database() and query like '%consent_sheet%')""").query(Boolean.class).single();
    }

    private void revoke() {
        post(manager, "/codes/" + code(enterprise).get("id") + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();
    }

    private void nothingIsGranted() {
        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();
    }

    @Test
    void what_banks_were_allowed_before_a_code_was_issued_ends_with_its_issue() {
        UUID bank = Ids.next();
        UUID claimed = enterprise().id();
        Instant applied = clock.instant();
        assertThat(toBank(claimed, bank, applied)).isEqualTo("GIVEN");
        clock.forward(Duration.ofSeconds(1));
        String claim = claimed(applicant(), claimed);
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        assertThat(toBank(claimed, bank, applied)).isEqualTo("WITHDRAWN");
    }

    @Test
    void the_consent_of_an_application_ends_too() {
        UUID bank = Ids.next();

        assertThat(toBank(Ids.next(), bank, clock.instant().minus(Duration.ofDays(3 * 365))))
                .isEqualTo("EXPIRED");
    }

    @Test
    void a_bank_to_which_it_never_applied_is_unknown_and_that_of_another_enterprise_too() {
        UUID bank = Ids.next();
        toBank(bank, clock.instant());

        refused(
                put(memberOf(enterprise), "/my/consents/banks/" + Ids.next(), Map.of("granted", true)),
                404,
                "NOT_FOUND");
        refused(put(memberOf(Ids.next()), "/my/consents/banks/" + bank, Map.of("granted", false)), 404, "NOT_FOUND");
        assertThat(toBank(bank, clock.instant().minusSeconds(60))).isEqualTo("GIVEN");
    }

    @Test
    void the_report_goes_to_a_bank_only_by_a_word_of_its_own_and_ends_with_either_consent() {
        UUID bank = Ids.next();
        Instant applied = clock.instant();
        CurrentUser member = memberOf(enterprise);
        assertThat(reportToBank(bank, applied))
                .as("an application does not bring it")
                .isEqualTo("NEVER");
        get(member, "/my/consents")
                .expectBody()
                .jsonPath("$[6].category")
                .isEqualTo("REPORT")
                .jsonPath("$[6].receiverId")
                .isEqualTo(bank.toString())
                .jsonPath("$[6].standing")
                .isEqualTo("NEVER");

        clock.forward(Duration.ofSeconds(1));
        report(bank, true);
        assertThat(reportToBank(bank, applied)).isEqualTo("GIVEN");
        clock.forward(Duration.ofSeconds(1));
        report(bank, false);
        assertThat(reportToBank(bank, applied)).isEqualTo("WITHDRAWN");
        clock.forward(Duration.ofSeconds(1));
        assertThat(reportToBank(bank, clock.instant()))
                .as("another application does not bring it back")
                .isEqualTo("WITHDRAWN");

        report(bank, true);
        clock.forward(Duration.ofSeconds(1));
        put(member, "/my/consents/banks/" + bank, Map.of("granted", false))
                .expectStatus()
                .isOk();
        assertThat(reportToBank(bank, applied))
                .as("who may not read the register data reads no report")
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void the_report_is_for_no_scanner_and_no_unknown_bank_and_ends_with_the_code() {
        refused(put(memberOf(enterprise), "/my/consents/REPORT", Map.of("granted", true)), 400, "VALIDATION_FAILED");
        refused(
                put(memberOf(enterprise), "/my/consents/banks/" + Ids.next() + "/report", Map.of("granted", true)),
                404,
                "NOT_FOUND");
        UUID claimed = holder("BASIC").id();
        UUID bank = Ids.next();
        Instant applied = clock.instant();
        toBank(claimed, bank, applied);
        put(memberOf(claimed), "/my/consents/banks/" + bank + "/report", Map.of("granted", true))
                .expectStatus()
                .isOk();
        assertThat(toBank(claimed, bank + "/report", applied)).isEqualTo("GIVEN");

        clock.forward(Duration.ofSeconds(1));
        post(manager, "/codes/" + code(claimed).get("id") + "/revoke", Map.of("version", 0, "reason", "经查系冒领"))
                .expectStatus()
                .isOk();
        get(memberOf(claimed), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.granted == true)]")
                .isEmpty();
    }

    @Test
    void of_two_withdrawals_at_once_one_is_said() throws Exception {
        set("BASIC", true);

        AtOnce.run(
                4,
                () -> put(memberOf(enterprise), "/my/consents/BASIC", Map.of("granted", false))
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void of_a_category_it_is_chosen_who_sees_it_on_a_scan_and_that_stands_in_the_history() {
        CurrentUser member = memberOf(enterprise);
        put(member, "/my/consents/LEGAL", Map.of("granted", true, "scanners", List.of("GOVERNMENT", "BANK")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[3].scanners")
                .isEqualTo(List.of("GOVERNMENT", "BANK"));
        clock.forward(Duration.ofSeconds(1));
        put(member, "/my/consents/LEGAL", Map.of("granted", true, "scanners", List.of("GOVERNMENT")))
                .expectStatus()
                .isOk();
        clock.forward(Duration.ofSeconds(1));
        set("LEGAL", false);

        get(member, "/my/consents")
                .expectBody()
                .jsonPath("$[3].scanners.length()")
                .isEqualTo(0);
        get(member, "/my/consents/history")
                .expectBody()
                .jsonPath("$.items[*].action")
                .isEqualTo(List.of("WITHDRAWN", "CHANGED", "GIVEN"))
                .jsonPath("$.items[*].receiverName")
                .isEqualTo(List.of("扫码核验人员", "政府工作人员", "政府工作人员、银行"));
        for (Map.Entry<String, List<String>> wrong : Map.of(
                        "LEGAL", List.<String>of(), "ASSET", List.of("SPY"), "TAX", List.of("BANK"))
                .entrySet()) {
            refused(
                    put(
                            member,
                            "/my/consents/" + wrong.getKey(),
                            Map.of("granted", true, "scanners", wrong.getValue())),
                    400,
                    "VALIDATION_FAILED");
        }
    }

    @Test
    void what_scanners_see_is_granted_by_naming_them_and_another_day_leaves_it_with_those() {
        CurrentUser member = memberOf(enterprise);
        put(member, "/my/consents/LEGAL", Map.of("granted", true))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("scanners");
        granted("LEGAL", false);

        put(member, "/my/consents/LEGAL", Map.of("granted", true, "scanners", List.of("BANK")))
                .expectStatus()
                .isOk();
        String day = BusinessTime.today(clock).plusDays(30).toString();
        put(member, "/my/consents/LEGAL", Map.of("granted", true, "validUntil", day))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[3].validUntil")
                .isEqualTo(day)
                .jsonPath("$[3].scanners")
                .isEqualTo(List.of("BANK"));
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
                        select case action when 'GIVEN' then 'granted' when 'CHANGED' then 'changed' else 'withdrawn' end
                          || ' by ' || actor_name
                        from consent_change where enterprise_id = ? order by id""").param(enterprise).query(String.class).list();
    }

    private void set(String category, boolean granted) {
        set(category, granted, null);
    }

    private void set(String category, boolean granted, @Nullable LocalDate validUntil) {
        Map<String, Object> said = new HashMap<>(Map.of("granted", granted));
        if (granted && !category.equals("TAX")) {
            said.put("scanners", ScannerKind.values());
        }
        if (validUntil != null) {
            said.put("validUntil", validUntil.toString());
        }
        put(memberOf(enterprise), "/my/consents/" + category, said)
                .expectStatus()
                .isOk();
    }

    private void report(UUID bank, boolean granted) {
        put(memberOf(enterprise), "/my/consents/banks/" + bank + "/report", Map.of("granted", granted))
                .expectStatus()
                .isOk();
    }

    private String reportToBank(UUID bank, Instant givenAt) {
        return toBank(enterprise, bank + "/report", givenAt);
    }

    private String toBank(UUID bank, Instant givenAt) {
        return toBank(enterprise, bank, givenAt);
    }

    private String toBank(UUID owner, UUID bank, Instant givenAt) {
        return toBank(owner, bank.toString(), givenAt);
    }

    private String toBank(UUID owner, String asked, Instant givenAt) {
        return (String) service.asService("finance-service")
                .put()
                .uri("/internal/consents/" + owner + "/banks/" + asked)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "bankName",
                        "测试银行",
                        "applicationNumber",
                        "RZ20261101000001",
                        "applicantId",
                        Ids.next(),
                        "givenAt",
                        givenAt))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("standing");
    }

    private void granted(String category, boolean granted) {
        get(memberOf(enterprise), "/my/consents")
                .expectBody()
                .jsonPath("$[?(@.category == '%s')].granted".formatted(category))
                .isEqualTo(List.of(granted));
    }

    private RestTestClient.BodyContentSpec wish(String category, boolean granted) {
        return wish(category, granted, Ids.next());
    }

    private RestTestClient.BodyContentSpec wish(String category, boolean granted, UUID person) {
        return asksFor(category, granted, person).expectStatus().isOk().expectBody();
    }

    private RestTestClient.ResponseSpec asksFor(String category, boolean granted, UUID person) {
        return service.asService("matching-service")
                .put()
                .uri("/internal/consents/{enterprise}/{category}", enterprise, category)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("granted", granted, "actorId", person, "actorName", "王小明"))
                .exchange();
    }
}
