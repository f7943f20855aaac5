package cn.zhengqi.user.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.Streamed;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.reference.ReferenceData;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@ActiveProfiles("test")
class EnterprisesWebTest {

    @Autowired
    Register register;

    @Autowired
    ReferenceData reference;

    @Autowired
    NewRegistrations registrations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_enterprise_is_found_by_parts_of_its_name_and_its_representative_is_covered() {
        Enterprise enterprise = added(Enterprises.named("重庆寻名甲精密机械有限公司"));
        added(Enterprises.named("重庆寻名乙食品有限公司"));

        signedIn()
                .get()
                .uri("/api/user/enterprises/search?q={q}", "寻名甲 机械")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].id")
                .isEqualTo(enterprise.getId().toString())
                .jsonPath("$[0].legalRep")
                .isEqualTo("陈**")
                .jsonPath("$[0].townName")
                .isEqualTo("界石镇")
                .jsonPath("$[0].industryName")
                .isEqualTo("机械零部件加工");
    }

    @Test
    void nobody_reads_the_register_by_searching_it() {
        RestTestClient person = signedIn();
        for (int i = 0; i < SearchLimit.MOST; i++) {
            person.get()
                    .uri("/api/user/enterprises/search?q={q}", "寻限甲")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        person.get()
                .uri("/api/user/enterprises/search?q={q}", "寻限甲")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_REQUESTS");
        clerk().get()
                .uri("/api/user/enterprises/search?q={q}", "寻限甲")
                .exchange()
                .expectStatus()
                .isOk();
        jdbc.sql("update register_search set since = since - interval '61 seconds'")
                .update();
        person.get()
                .uri("/api/user/enterprises/search?q={q}", "寻限甲")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void nobody_reads_the_register_by_searching_it_all_day() {
        RestTestClient person = signedIn();
        searched(person).expectStatus().isOk();
        jdbc.sql("update day_count set count = ? where name = 'REGISTER_SEARCH'")
                .param(SearchLimit.A_DAY.mostADay() - 1)
                .update();

        searched(person).expectStatus().isOk();
        searched(person)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("您今天查找企业已达 300 次上限，请明天再试");
        searched(clerk()).expectStatus().isOk();
        jdbc.sql("update day_count set day = day - 1 where name = 'REGISTER_SEARCH'")
                .update();
        searched(person).expectStatus().isOk();
    }

    private static ResponseSpec searched(RestTestClient person) {
        return person.get().uri("/api/user/enterprises/search?q={q}", "寻限乙").exchange();
    }

    @Test
    void an_enterprise_is_found_by_its_code_typed_in_small_letters() {
        Enterprise enterprise = added(Enterprises.named("重庆寻码机械有限公司"));

        signedIn()
                .get()
                .uri("/api/user/enterprises/search?q={q}", enterprise.getUscc().toLowerCase())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("重庆寻码机械有限公司");
    }

    @Test
    void a_code_with_a_wrong_check_character_is_refused() {
        signedIn()
                .get()
                .uri("/api/user/enterprises/search?q=91500000202869177X")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("USCC_INVALID")
                .jsonPath("$.detail")
                .isEqualTo("统一社会信用代码校验位不正确，请核对");
    }

    @Test
    void wildcards_that_a_person_types_find_nothing_by_themselves() {
        added(Enterprises.named("重庆通配机械有限公司"));

        signedIn()
                .get()
                .uri("/api/user/enterprises/search?q={q}", "%%")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);
    }

    @Test
    void a_part_of_a_name_is_found_by_trigrams() {
        List<String> trigrams =
                jdbc.sql("select unnest(show_trgm('精密机械'))").query(String.class).list();

        assertThat(trigrams).as("LC_CTYPE that knows Chinese letters").isNotEmpty();
    }

    @Test
    void the_console_filters_sorts_and_pages() {
        added(Enterprises.named("重庆列表甲物流有限公司", "500113009", "G5431"));
        added(Enterprises.named("重庆列表乙物流有限公司", "500113009", "G5431"));
        added(Enterprises.named("重庆列表丙机械有限公司"));

        clerk().get()
                .uri("/api/user/enterprises?q=列表&industry=G&townCode=500113009&sort=name,desc&size=1&page=2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.page")
                .isEqualTo(2)
                .jsonPath("$.items[0].name")
                .isEqualTo("重庆列表甲物流有限公司")
                .jsonPath("$.items[0].legalRep")
                .isEqualTo("陈志远")
                .jsonPath("$.items[0].certified")
                .isEqualTo(false);
    }

    @Test
    void sorting_by_what_is_no_column_is_refused() {
        clerk().get()
                .uri("/api/user/enterprises?sort=address;drop,asc")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("sort");
    }

    @Test
    void a_page_of_absurd_size_is_refused() {
        clerk().get()
                .uri("/api/user/enterprises?size=100000")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void the_export_has_the_rows_of_the_list_and_more_than_one_page_of_them() {
        for (int i = 0; i < 205; i++) {
            added(Enterprises.named("重庆导出" + i + "机械有限公司"));
        }

        byte[] workbook = clerk().get()
                .uri("/api/user/enterprises/export?q=导出&sort=uscc,asc")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(workbook))
                .sheet()
                .headRowNumber(2)
                .doReadSync();
        assertThat(rows).hasSize(205);
        assertThat(rows.getFirst()).containsEntry(1, "重庆导出0机械有限公司").containsEntry(8, "界石镇");
    }

    @Test
    void who_may_not_know_the_representative_neither_sees_nor_finds_nor_takes_out_by_them() {
        added(Enterprises.named("重庆藏名机械有限公司"));
        RestTestClient kept = service.as(TestUsers.operator(UserPermissions.READ_ENTERPRISES)
                .seeing(Map.of(UserFields.LEGAL_REP, FieldRule.HIDDEN, UserFields.ADDRESS, FieldRule.MASKED)));
        String id = jdbc.sql("select id from enterprise where name = '重庆藏名机械有限公司'")
                .query(String.class)
                .single();

        kept.get()
                .uri("/api/user/enterprises?q=藏名")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].legalRep")
                .doesNotExist();
        kept.get()
                .uri("/api/user/enterprises?q=陈志远")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        for (String query : List.of("legalRep=陈志远", "sort=legalRep,asc")) {
            for (String path : List.of("/enterprises?", "/enterprises/export?")) {
                kept.get()
                        .uri("/api/user" + path + query)
                        .exchange()
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("FIELD_HIDDEN");
            }
        }
        kept.get()
                .uri("/api/user/enterprises/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.legalRep")
                .doesNotExist()
                .jsonPath("$.address")
                .value(String.class, address -> assertThat(address).endsWith("****"));
        assertThat(ExportedFile.of(kept, "/api/user/enterprises/export?q=藏名").head())
                .doesNotContain("法定代表人")
                .contains("企业名称");
        clerk().get()
                .uri("/api/user/enterprises?q=藏名&legalRep=陈志远")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].legalRep")
                .isEqualTo("陈志远");
    }

    @Test
    void who_sees_the_representative_covered_finds_nobody_by_the_whole_name() {
        added(Enterprises.named("重庆半掩机械有限公司"));
        RestTestClient covered = service.as(TestUsers.operator(UserPermissions.READ_ENTERPRISES)
                .seeing(Map.of(UserFields.LEGAL_REP, FieldRule.MASKED)));

        covered.get()
                .uri("/api/user/enterprises?q=半掩")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].legalRep")
                .value(String.class, name -> assertThat(name).contains("*"));
        covered.get()
                .uri("/api/user/enterprises?q=陈志远")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        for (String query : List.of("legalRep=陈志远", "sort=legalRep,asc")) {
            covered.get()
                    .uri("/api/user/enterprises?" + query)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("FIELD_MASKED");
        }
    }

    @Test
    void new_enterprises_are_counted_by_day_and_park_and_a_day_without_any_counts_none() {
        Enterprise inPark = added(Enterprises.named("重庆园区机械有限公司"));
        added(Enterprises.named("重庆散户机械有限公司"));
        jdbc.sql("""
                        insert into park (code, name, type, town_code) values ('FX-TEST', '分析园区', 'PARK_TYPE.INDUSTRIAL', '500113103')
                        on conflict do nothing""").update();
        jdbc.sql(
                        "update enterprise set park_code = 'FX-TEST', certified_at = now(), registered_at = '2025-07-01T16:30:00Z' where id = ?")
                .param(inPark.getId())
                .update();

        ExportedFile file =
                ExportedFile.of(clerk(), "/api/user/enterprises/registrations/export?from=2025-07-01&to=2025-07-03");

        assertThat(file.head()).containsExactly("日期", "园区", "新增企业（家）", "其中已领码（家）");
        assertThat(file.rows())
                .as("half past midnight in the district is the second of July")
                .filteredOn(row -> "分析园区".equals(row.get("园区")))
                .extracting(row -> row.get("日期") + " " + row.get("新增企业（家）") + " " + row.get("其中已领码（家）"))
                .containsExactly("2025-07-01 0 0", "2025-07-02 1 1", "2025-07-03 0 0");
        assertThat(ExportedFile.of(clerk(), "/api/user/enterprises/registrations/export?from=2026-03-01&to=2026-03-01")
                        .rows())
                .filteredOn(row -> "未划入园区".equals(row.get("园区")))
                .singleElement()
                .satisfies(
                        row -> assertThat(Integer.parseInt(row.get("新增企业（家）"))).isPositive());
        assertThat(jdbc.sql(
                                "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'REGISTRATIONS_EXPORTED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_figures_of_a_year_are_taken_out_row_by_row() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql(
                            "insert into park (code, name, type, town_code) values ('FX-YEAR', '全年园区', 'PARK_TYPE.INDUSTRIAL', '500113103')")
                    .update();
            RegistrationPeriod year = new RegistrationPeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            Streamed<NewRegistrations.Row> taken =
                    new Streamed<>(sql -> jdbc.sql(sql).query(Long.class).single());

            registrations.each(year, DataScope.all(), taken);

            assertThat(taken.rows())
                    .isEqualTo(registrations.count(year, DataScope.all()))
                    .isGreaterThan(500);
            assertThat(taken.hadCursor()).isTrue();
        });
    }

    @Test
    void a_period_that_is_backwards_too_long_or_incomplete_is_refused() {
        for (String period :
                List.of("from=2026-03-02&to=2026-03-01", "from=2020-01-01&to=2026-03-01", "from=2026-03-01")) {
            clerk().get()
                    .uri("/api/user/enterprises/registrations/export?" + period)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        signedIn()
                .get()
                .uri("/api/user/enterprises/registrations/export?from=2026-03-01&to=2026-03-01")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void staff_say_in_which_park_an_enterprise_lies_and_take_it_back() {
        Enterprise enterprise = added(Enterprises.named("重庆入园机械有限公司"));
        jdbc.sql("""
                        insert into park (code, name, type, town_code) values ('RY-TEST', '入园园区', 'PARK_TYPE.INDUSTRIAL', '500113103')
                        on conflict do nothing""").update();
        jdbc.sql("update reference_revision set revision = revision + 1").update();
        reference.refresh();

        settle(enterprise, "{\"parkCode\":\"RY-TEST\"}").expectStatus().isNoContent();
        assertThat(register.detail(enterprise.getId()).parkName()).isEqualTo("入园园区");
        settle(enterprise, "{\"parkCode\":\"NO-SUCH\"}").expectStatus().isBadRequest();
        settle(enterprise, "{}").expectStatus().isNoContent();
        assertThat(register.detail(enterprise.getId()).parkCode()).isNull();
        clerk().put()
                .uri("/api/user/enterprises/" + enterprise.getId() + "/park")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private RestTestClient.ResponseSpec settle(Enterprise enterprise, String body) {
        return service.as(TestUsers.operator(UserPermissions.SET_PARK))
                .put()
                .uri("/api/user/enterprises/" + enterprise.getId() + "/park")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void only_staff_list_and_export_enterprises() {
        for (String path : List.of("/enterprises", "/enterprises/export", "/enterprises/" + UUID.randomUUID())) {
            signedIn().get().uri("/api/user" + path).exchange().expectStatus().isForbidden();
        }
    }

    @Test
    void staff_see_what_the_register_tells_anybody_and_the_rest_only_by_the_enterprises_code() {
        Enterprise enterprise = added(Enterprises.named("重庆详情机械有限公司"));

        clerk().get()
                .uri("/api/user/enterprises/" + enterprise.getId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.registeredCapital")
                .isEqualTo(2000.00)
                .jsonPath("$.shareholders")
                .doesNotExist()
                .jsonPath("$.investments")
                .doesNotExist()
                .jsonPath("$.assets")
                .doesNotExist()
                .jsonPath("$.judicial")
                .doesNotExist()
                .jsonPath("$.registeredAt")
                .isEqualTo("2026-03-01T10:00:00+08:00");
    }

    @Test
    void an_unknown_enterprise_is_not_found_and_what_is_no_id_is_refused() {
        clerk().get()
                .uri("/api/user/enterprises/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
        clerk().get()
                .uri("/api/user/enterprises/not-an-id")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void people_see_the_enterprise_they_act_for_and_no_other() {
        Enterprise mine = added(Enterprises.named("重庆本人机械有限公司"));

        service.as(TestUsers.ofEnterprise(mine.getId(), UserPermissions.OWN_ENTERPRISE))
                .get()
                .uri("/api/user/my/enterprise")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("重庆本人机械有限公司")
                .jsonPath("$.shareholders[0].ratio")
                .isEqualTo(62.5)
                .jsonPath("$.judicial[0].date")
                .isEqualTo("2024-05-21");
        service.as(TestUsers.withoutEnterprise(UserPermissions.OWN_ENTERPRISE))
                .get()
                .uri("/api/user/my/enterprise")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_ENTERPRISE");
    }

    @Test
    void other_services_read_a_record_and_people_may_not() {
        Enterprise one = added(Enterprises.named("重庆内部甲机械有限公司"));

        service.asService("finance-service")
                .get()
                .uri("/internal/enterprises/" + one.getId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.legalRep")
                .isEqualTo("陈志远");
        clerk().get()
                .uri("/internal/enterprises/" + one.getId())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_registered_enterprise_is_told_to_the_others() {
        Enterprise enterprise = added(Enterprises.named("重庆事件机械有限公司"));

        String data = jdbc.sql("select data::text from outbox where subject = ? and type = 'user.EnterpriseRegistered'")
                .param(enterprise.getId())
                .query(String.class)
                .single();

        assertThat(data)
                .contains("\"townName\": \"界石镇\"", "\"established\": \"2012-06-18\"")
                .doesNotContain(enterprise.getLegalRep(), enterprise.getAddress());
    }

    private Enterprise added(Enterprise enterprise) {
        register.add(enterprise);
        return enterprise;
    }

    private RestTestClient signedIn() {
        return service.as(TestUsers.withoutEnterprise());
    }

    private RestTestClient clerk() {
        return service.as(TestUsers.operator(UserPermissions.READ_ENTERPRISES));
    }
}
