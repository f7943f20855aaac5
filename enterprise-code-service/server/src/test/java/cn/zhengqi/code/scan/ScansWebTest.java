package cn.zhengqi.code.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.Keys;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.code.issued.TestSigner;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class ScansWebTest extends CodeServiceTest {

    @Test
    void the_officer_sees_the_card_as_far_as_the_enterprise_allows() {
        EnterpriseRecord enterprise = holder("BASIC", "LEGAL");

        scan(dynamicCode(enterprise.id()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.name")
                .isEqualTo("重庆示例机械有限公司")
                .jsonPath("$.card.codeStatus")
                .isEqualTo("ACTIVE")
                .jsonPath("$.card.sections[*].category")
                .isEqualTo(List.of("BASIC", "INVESTMENT", "ASSET", "LEGAL"))
                .jsonPath("$.card.sections[*].granted")
                .isEqualTo(List.of(true, false, false, true))
                .jsonPath("$.card.sections[0].items[?(@.label == '注册资本')].value")
                .isEqualTo("2000 万元")
                .jsonPath("$.card.sections[1].items.length()")
                .isEqualTo(0)
                .jsonPath("$.card.sections[3].items[0].value")
                .isEqualTo("买卖合同纠纷（2024-05-21）");
    }

    @Test
    void what_roles_say_of_who_represents_it_and_where_it_sits_holds_on_the_card() {
        EnterpriseRecord enterprise = holder("BASIC");

        assertThat(basics(officer, enterprise)).contains("法定代表人=陈志远", "住所=" + enterprise.address());
        List<String> covered = basics(
                officer.seeing(Map.of(
                        CodeFields.LEGAL_REP_ON_CARD, FieldRule.HIDDEN, CodeFields.ADDRESS_ON_CARD, FieldRule.MASKED)),
                enterprise);
        assertThat(covered)
                .noneMatch(line -> line.startsWith("法定代表人"))
                .noneMatch(line -> line.contains("石桂大道18号"))
                .anyMatch(line -> line.startsWith("住所=重庆市巴南区"));
    }

    @Test
    void what_roles_say_of_who_holds_shares_of_it_holds_on_the_card() {
        EnterpriseRecord enterprise = holder("BASIC", "INVESTMENT");

        assertThat(section(1, officer, enterprise)).contains("股东=陈志远，持股 62.5%", "对外投资=重庆示例液压有限公司，持股 70%");
        assertThat(section(1, officer.seeing(Map.of(CodeFields.SHAREHOLDER_ON_CARD, FieldRule.MASKED)), enterprise))
                .contains("股东=陈*远，持股 62.5%", "对外投资=重庆示例液压有限公司，持股 70%");
        assertThat(section(1, officer.seeing(Map.of(CodeFields.SHAREHOLDER_ON_CARD, FieldRule.HIDDEN)), enterprise))
                .contains("对外投资=重庆示例液压有限公司，持股 70%")
                .noneMatch(line -> line.startsWith("股东"));
    }

    @Test
    void what_roles_keep_back_altogether_is_neither_called_missing_nor_recorded_as_shown() {
        EnterpriseRecord enterprise = holder("BASIC", "INVESTMENT");
        hearOf(withoutInvestments(enterprise), 1);
        CurrentUser sees = officer.seeing(Map.of(CodeFields.SHAREHOLDER_ON_CARD, FieldRule.HIDDEN));

        String scan = body(post(sees, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA")));

        assertThat(scan).contains("不在您的查看权限内").doesNotContain("暂无记录");
        assertThat(jdbc.sql("select array_to_string(shown_categories, ',') from scan where enterprise_id = ?")
                        .param(enterprise.id())
                        .query(String.class)
                        .list())
                .containsExactly("BASIC");
    }

    @Test
    void a_scan_shows_what_the_enterprise_allows_this_kind_of_scanner_and_says_whose_consent_is_missing() {
        EnterpriseRecord enterprise = holder("BASIC", "LEGAL");
        CurrentUser member = memberOf(enterprise.id());
        CurrentUser bank = TestUsers.ofBank(Ids.next(), CodePermissions.SCAN);
        allows(member, "LEGAL", "GOVERNMENT");
        allows(member, "ASSET", "BANK");

        shows(officer, enterprise, List.of(true, false, false, true))
                .jsonPath("$.card.sections[2].notice")
                .isEqualTo("企业未授权政府工作人员查看");
        shows(bank, enterprise, List.of(true, false, true, false))
                .jsonPath("$.card.sections[1].notice")
                .isEqualTo("企业未授权银行查看")
                .jsonPath("$.card.sections[3].notice")
                .isEqualTo("企业已撤回授权，银行不能查看")
                .jsonPath("$.card.sections[3].items.length()")
                .isEqualTo(0);

        allows(member, "BASIC", "GOVERNMENT");
        allows(member, "ASSET", "GOVERNMENT");
        shows(officer, enterprise, List.of(true, false, true, true));
        post(bank, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CONSENT_WITHDRAWN")
                .jsonPath("$.detail")
                .isEqualTo("企业已撤回授权，银行不能查看");
    }

    private void allows(CurrentUser member, String category, String scanner) {
        put(member, "/my/consents/" + category, Map.of("granted", true, "scanners", List.of(scanner)))
                .expectStatus()
                .isOk();
    }

    private RestTestClient.BodyContentSpec shows(
            CurrentUser scanner, EnterpriseRecord enterprise, List<Boolean> parts) {
        return post(scanner, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.sections[*].granted")
                .isEqualTo(parts);
    }

    private List<String> basics(CurrentUser scanner, EnterpriseRecord enterprise) {
        return section(0, scanner, enterprise);
    }

    /** The lines of one part of the card. */
    private List<String> section(int number, CurrentUser scanner, EnterpriseRecord enterprise) {
        List<String> lines = new ArrayList<>();
        post(scanner, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.sections[" + number + "].items")
                .value(
                        List.class,
                        items -> items.forEach(item ->
                                lines.add(((Map<?, ?>) item).get("label") + "=" + ((Map<?, ?>) item).get("value"))));
        return lines;
    }

    @Test
    void a_card_is_made_of_the_copy_of_the_register_and_nobody_is_asked() {
        EnterpriseRecord enterprise = holder("BASIC", "INVESTMENT", "ASSET", "LEGAL");
        hearOf(enterprise, 0);
        clearInvocations(register);

        String asked = card(enterprise);

        verifyNoInteractions(register);
        assertThat(asked)
                .contains("重庆市巴南区界石镇石桂大道18号", "陈志远，持股 62.5%", "重庆示例液压有限公司，持股 70%", "厂房12,600平方米", "买卖合同纠纷（2024-05-21）");
    }

    @Test
    void a_scan_shows_the_newest_state_of_the_register_that_was_heard_of() {
        EnterpriseRecord enterprise = holder("BASIC");
        hearOf(moved(enterprise, "界石镇新大道2号"), 2);
        hearOf(moved(enterprise, "界石镇新大道1号"), 1);

        assertThat(card(enterprise)).contains("界石镇新大道2号").doesNotContain("界石镇新大道1号");
    }

    @Test
    void a_printed_code_shows_the_same_card_without_a_question() {
        EnterpriseRecord enterprise = holder("BASIC");
        hearOf(moved(enterprise, "界石镇新大道2号"), 1);
        clearInvocations(register);

        assertThat(body(scan(printedCode(enterprise)))).contains("界石镇新大道2号");
        verifyNoInteractions(register);
    }

    /** As it was put there before entries were told: without the columns that came later. */
    @Test
    void an_enterprise_of_which_the_copy_knows_little_is_asked_for_as_before() {
        EnterpriseRecord enterprise = holder("BASIC");
        isOfTheDemo(enterprise);
        clearInvocations(register);

        assertThat(card(enterprise)).contains("重庆市巴南区界石镇石桂大道18号");
        verify(register).enterprise(enterprise.id());
    }

    @Test
    void a_code_that_is_frozen_while_the_register_is_asked_shows_nothing() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        String id = (String) code(enterprise.id()).get("id");
        whileTheRegisterThinks(
                enterprise.id(),
                () -> post(manager, "/codes/" + id + "/freeze", Map.of("version", 0, "reason", "企业申请挂失"))
                        .expectStatus()
                        .isOk());

        refused(scan(content), 403, "CODE_FROZEN");
        assertThat(count("select count(*) from scan where enterprise_id = ?", enterprise.id()))
                .isZero();
    }

    @Test
    void the_enterprise_reads_who_saw_what() {
        EnterpriseRecord enterprise = holder("BASIC", "ASSET");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();

        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].scannerName")
                .isEqualTo(officer.name())
                .jsonPath("$.items[0].scannerInstitution")
                .isEqualTo("测试委员会")
                .jsonPath("$.items[0].place")
                .isEqualTo("政务服务大厅")
                .jsonPath("$.items[0].shownCategories")
                .isEqualTo(List.of("BASIC", "ASSET"));
        get(officer, "/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].uscc")
                .isEqualTo(enterprise.uscc());
        assertThat(count(
                        "select count(*) from outbox where type = 'code.CodeScanned' and data ->> 'enterpriseId' = ?",
                        enterprise.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void the_enterprise_looks_for_scans_by_who_where_how_and_when_and_takes_them_out() {
        EnterpriseRecord enterprise = holder("BASIC");
        CurrentUser member = memberOf(enterprise.id());
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        clock.forward(Duration.ofDays(2));
        post(officer, "/scans", Map.of("content", dynamicCode(enterprise.id()), "source", "TYPED", "place", "园区门岗"))
                .expectStatus()
                .isCreated();
        LocalDate today = BusinessTime.dayOf(clock.instant());

        assertThat(places(member, "")).containsExactly("园区门岗", "政务服务大厅");
        assertThat(places(member, "?sort=at,asc")).containsExactly("政务服务大厅", "园区门岗");
        assertThat(places(member, "?q=门岗")).containsExactly("园区门岗");
        assertThat(places(member, "?q=测试委员")).as("their institution").hasSize(2);
        assertThat(places(member, "?q=" + officer.name())).hasSize(2);
        assertThat(places(member, "?q=没有这样的人")).isEmpty();
        assertThat(places(member, "?source=TYPED")).containsExactly("园区门岗");
        assertThat(places(member, "?from=" + today)).containsExactly("园区门岗");
        assertThat(places(member, "?to=" + today.minusDays(1))).containsExactly("政务服务大厅");
        refused(get(member, "/my/scans?sort=uscc"), 400, "VALIDATION_FAILED");
        refused(get(member, "/my/scans?from=2026-11-02&to=2026-11-01"), 400, "VALIDATION_FAILED");

        ExportedFile file = ExportedFile.of(service.as(member), "/api/code/my/scans/export?q=门岗");
        assertThat(file.rows()).singleElement().asString().contains("园区门岗", "测试委员会", officer.name());
        CurrentUser other = memberOf(holder("BASIC").id());
        assertThat(ExportedFile.of(service.as(other), "/api/code/my/scans/export")
                        .rows())
                .isEmpty();
    }

    private List<String> places(CurrentUser member, String which) {
        List<String> places = new ArrayList<>();
        get(member, "/my/scans" + which)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .value(
                        List.class,
                        items -> items.forEach(scan -> places.add((String) ((Map<?, ?>) scan).get("place"))));
        return places;
    }

    @Test
    void another_enterprise_reads_nothing_of_it() {
        EnterpriseRecord scanned = holder("BASIC");
        EnterpriseRecord other = holder("BASIC");
        scan(dynamicCode(scanned.id())).expectStatus().isCreated();

        get(memberOf(other.id()), "/my/scans").expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void a_dynamic_code_is_good_for_one_scan() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        scan(content).expectStatus().isCreated();

        refused(scan(content), 409, "CODE_USED");

        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void uses_of_long_ago_are_forgotten_by_later_scans() {
        EnterpriseRecord enterprise = holder("BASIC");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        clock.forward(Duration.ofMinutes(11));

        await().untilAsserted(() -> {
            scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
            assertThat(count(
                            """
                            select count(*) from dynamic_code_use u join enterprise_code c on c.id = u.code_id
                            where c.enterprise_id = ? and u.used_at < ?""",
                            enterprise.id(),
                            BusinessTime.at(clock.instant().minus(Duration.ofMinutes(10)))))
                    .isZero();
        });
    }

    @Test
    void of_five_scans_at_once_one_sees_the_card() throws Exception {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());

        List<Integer> answers = AtOnce.run(
                5, () -> scan(content).returnResult(String.class).getStatus().value());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void an_expired_code_shows_nothing() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        clock.forward(Duration.ofSeconds(56));

        refused(scan(content), 410, "CODE_EXPIRED");

        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void a_code_that_was_used_and_forgotten_has_long_expired() {
        EnterpriseRecord enterprise = holder("BASIC");
        String used = dynamicCode(enterprise.id());
        scan(used).expectStatus().isCreated();
        clock.forward(Duration.ofMinutes(11));
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();

        refused(scan(used), 410, "CODE_EXPIRED");
    }

    @Test
    void what_is_no_code_of_ours_is_refused() {
        refused(scan("https://pay.example.cn/qr/123"), 400, "CODE_UNKNOWN");
        refused(scan("ZQ1:AAAA"), 400, "CODE_UNKNOWN");
        refused(scan("  "), 400, "VALIDATION_FAILED");
        refused(scan("A".repeat(5000)), 400, "CODE_UNKNOWN");
    }

    @Test
    void a_code_of_another_district_is_refused() {
        String foreign = TestSigner.dynamic(Keys.OTHER_DATA_KEY, "500112");

        refused(scan(foreign), 400, "CODE_FOREIGN");
    }

    @Test
    void a_withdrawn_consent_holds_from_the_next_scan_on() {
        EnterpriseRecord enterprise = holder("BASIC", "LEGAL");
        String shownBefore = dynamicCode(enterprise.id());
        put(memberOf(enterprise.id()), "/my/consents/LEGAL", Map.of("granted", false))
                .expectStatus()
                .isOk();

        scan(shownBefore)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.sections[3].granted")
                .isEqualTo(false)
                .jsonPath("$.card.sections[3].standing")
                .isEqualTo("WITHDRAWN")
                .jsonPath("$.card.sections[1].standing")
                .isEqualTo("NEVER")
                .jsonPath("$.card.sections[3].items.length()")
                .isEqualTo(0);
    }

    @Test
    void without_any_consent_nothing_is_shown_and_the_code_is_not_used_up() {
        EnterpriseRecord enterprise = holder("BASIC");
        put(memberOf(enterprise.id()), "/my/consents/BASIC", Map.of("granted", false))
                .expectStatus()
                .isOk();
        String content = dynamicCode(enterprise.id());

        refused(scan(content), 403, "CONSENT_WITHDRAWN");
        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);

        put(memberOf(enterprise.id()), "/my/consents/BASIC", Map.of("granted", true, "scanners", ScannerKind.values()))
                .expectStatus()
                .isOk();
        scan(content).expectStatus().isCreated();
    }

    @Test
    void an_expired_consent_shows_nothing_and_says_so() {
        EnterpriseRecord enterprise = holder("BASIC", "LEGAL");
        put(
                        memberOf(enterprise.id()),
                        "/my/consents/LEGAL",
                        Map.of(
                                "granted",
                                true,
                                "validUntil",
                                BusinessTime.today(clock).toString()))
                .expectStatus()
                .isOk();
        clock.forward(Duration.ofDays(1));

        scan(dynamicCode(enterprise.id()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.sections[3].standing")
                .isEqualTo("EXPIRED")
                .jsonPath("$.card.sections[3].items.length()")
                .isEqualTo(0);

        clock.forward(Duration.ofDays(750));
        refused(scan(dynamicCode(enterprise.id())), 403, "CONSENT_EXPIRED");
    }

    @Test
    void consent_to_tax_data_alone_shows_nothing() {
        EnterpriseRecord enterprise = holder("TAX");

        refused(scan(dynamicCode(enterprise.id())), 403, "CONSENT_REQUIRED");
    }

    @Test
    void while_the_register_is_silent_the_card_shows_what_the_code_knows_and_says_so() {
        EnterpriseRecord enterprise = holder("BASIC");
        String content = dynamicCode(enterprise.id());
        theRegisterIsSilent();

        scan(content)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.card.name")
                .isEqualTo("重庆示例机械有限公司")
                .jsonPath("$.card.notice")
                .exists()
                .jsonPath("$.card.sections[0].items.length()")
                .isEqualTo(0);
        get(memberOf(enterprise.id()), "/my/scans")
                .expectBody()
                .jsonPath("$.items[0].shownCategories.length()")
                .isEqualTo(0);
    }

    @Test
    void the_enterprise_sees_its_whole_card_and_what_others_see_of_it() {
        EnterpriseRecord enterprise = holder("BASIC");

        get(memberOf(enterprise.id()), "/my/card")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sections[*].granted")
                .isEqualTo(List.of(true, false, false, false))
                .jsonPath("$.sections[1].items[0].value")
                .isEqualTo("陈志远，持股 62.5%");
    }

    @Test
    void only_those_who_may_scan_scan() {
        EnterpriseRecord enterprise = holder("BASIC");

        refused(
                post(
                        memberOf(enterprise.id()),
                        "/scans",
                        Map.of("content", dynamicCode(enterprise.id()), "source", "CAMERA")),
                403,
                "FORBIDDEN");
    }

    @Test
    void an_unknown_source_is_refused() {
        refused(
                post(officer, "/scans", Map.of("content", "ZQ1:AAAA", "source", "TELEPATHY")),
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void an_officer_finds_and_takes_out_own_scans_and_nobody_elses() {
        EnterpriseRecord enterprise = holder("BASIC", "ASSET");
        EnterpriseRecord other = holder("BASIC");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        scan(dynamicCode(other.id())).expectStatus().isCreated();
        jdbc.sql("update scan set enterprise_name = '重庆甲机械有限公司' where enterprise_id = ?")
                .param(enterprise.id())
                .update();
        jdbc.sql("update scan set enterprise_name = '重庆乙机械有限公司' where enterprise_id = ?")
                .param(other.id())
                .update();
        CurrentUser colleague = TestUsers.ofDepartment(officer.institutionId(), CodePermissions.SCAN);

        get(officer, "/scans?q=甲机械").expectBody().jsonPath("$.total").isEqualTo(1);
        get(officer, "/scans?source=WECHAT").expectBody().jsonPath("$.total").isEqualTo(0);
        ExportedFile all = ExportedFile.of(service.as(officer), "/api/code/scans/export?sort=at,asc");
        assertThat(all.column("企业名称")).containsExactly("重庆甲机械有限公司", "重庆乙机械有限公司");
        assertThat(all.column("出示的信息").getFirst()).contains("、");
        assertThat(ExportedFile.of(service.as(officer), "/api/code/scans/export?q=乙机械")
                        .column("地点"))
                .containsExactly("政务服务大厅");
        assertThat(ExportedFile.of(service.as(colleague), "/api/code/scans/export")
                        .rows())
                .isEmpty();
        refused(get(memberOf(enterprise.id()), "/scans/export"), 403, "FORBIDDEN");
        refused(get(officer, "/scans?sort=place,asc"), 400, "VALIDATION_FAILED");
    }

    private String card(EnterpriseRecord enterprise) {
        return body(scan(dynamicCode(enterprise.id())));
    }

    private String printedCode(EnterpriseRecord enterprise) {
        return (String) code(enterprise.id()).get("staticContent");
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
