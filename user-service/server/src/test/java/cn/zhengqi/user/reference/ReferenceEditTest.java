package cn.zhengqi.user.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import cn.idev.excel.FastExcel;
import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.finance.api.InternalPurposeUses.Uses;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Streamed;
import cn.zhengqi.user.AmongOthers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@AmongOthers
class ReferenceEditTest {

    private static final String DATA = "/api/user/reference-data";

    @Autowired
    InternalPurposeUses finance;

    @Autowired
    ServiceClient service;

    @Autowired
    ReferenceData reference;

    @Autowired
    ReferenceStore store;

    @Autowired
    ReferenceLoader loader;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_town_is_added_edited_retired_and_restored_and_each_is_on_record() {
        create("TOWN", Map.of("code", "500113301", "name", "初名镇", "type", "镇"))
                .expectStatus()
                .isCreated();
        change("TOWN", "500113301", Map.of("name", "改名镇", "type", "镇", "version", 0))
                .expectStatus()
                .isNoContent();
        assertThat(reference.townName("500113301")).isEqualTo("改名镇");
        assertThat(townsToChoose()).contains("改名镇");

        act("TOWN", "500113301", "retire", 1).expectStatus().isNoContent();
        assertThat(townsToChoose()).doesNotContain("改名镇");
        assertThat(reference.townName("500113301")).isEqualTo("改名镇");
        act("TOWN", "500113301", "retire", 2).expectStatus().isEqualTo(409);

        act("TOWN", "500113301", "restore", 2).expectStatus().isNoContent();
        assertThat(townsToChoose()).contains("改名镇");
        assertThat(recorded("镇街 500113301")).containsExactly("新增基础数据", "修改基础数据", "停用基础数据", "恢复基础数据");
    }

    @ParameterizedTest
    @CsvSource({"kind,ARMY", "parent,500113'", "parent,镇街", "retired,perhaps", "sort,usedBy"})
    void a_filter_that_makes_no_sense_is_refused_with_its_field(String field, String value) {
        for (String way : List.of("", "/export")) {
            send(HttpMethod.GET, DATA + way + "?" + field + "=" + value, null)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(field);
        }
    }

    @Test
    void a_search_longer_than_any_name_is_refused_with_its_field() {
        send(HttpMethod.GET, DATA + "?q=" + "长".repeat(101), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("q");
    }

    @Test
    void what_is_used_is_not_deleted_and_the_answer_says_by_how_many() {
        create("TOWN", Map.of("code", "500113302", "name", "有企业镇", "type", "镇"))
                .expectStatus()
                .isCreated();
        for (String name : List.of("重庆用镇一有限公司", "重庆用镇二有限公司")) {
            transaction.executeWithoutResult(status -> register.add(Enterprises.named(name, "500113302", "C3484")));
        }

        send(HttpMethod.DELETE, DATA + "/TOWN/500113302?version=0", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_IN_USE")
                .jsonPath("$.usedBy")
                .isEqualTo(2);
        send(HttpMethod.GET, DATA + "/TOWN/500113302", null)
                .expectBody()
                .jsonPath("$.usedBy")
                .isEqualTo(2);

        create("TOWN", Map.of("code", "500113303", "name", "没企业镇", "type", "镇"))
                .expectStatus()
                .isCreated();
        send(HttpMethod.DELETE, DATA + "/TOWN/500113303?version=0", null)
                .expectStatus()
                .isNoContent();
        send(HttpMethod.GET, DATA + "/TOWN/500113303", null).expectStatus().isNotFound();
    }

    @Test
    void a_town_that_roles_reach_into_or_that_is_an_institutions_own_is_used() {
        for (String code : List.of("500113304", "500113305")) {
            create("TOWN", Map.of("code", code, "name", "新设镇" + code, "type", "镇"))
                    .expectStatus()
                    .isCreated();
        }
        jdbc.sql(
                        "insert into role (code, name, institution_id, created_by) values ('R_TOWN_DELETED', '片区岗', ?, gen_random_uuid())")
                .param(reference.institution("YYZX").orElseThrow().id())
                .update();
        jdbc.sql(
                        "insert into role_scope (role_code, resource, kind, towns) values ('R_TOWN_DELETED', 'code.claim', 'TOWNS', '{500113304}')")
                .update();
        jdbc.sql(
                        "insert into institution (id, code, name, type) values (gen_random_uuid(), '500113305', '新设镇政府', 'TOWN')")
                .update();

        for (String code : List.of("500113304", "500113305")) {
            send(HttpMethod.DELETE, DATA + "/TOWN/" + code + "?version=0", null)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("REFERENCE_IN_USE")
                    .jsonPath("$.usedBy")
                    .isEqualTo(1);
        }
        jdbc.sql("delete from role where code = 'R_TOWN_DELETED'").update();
        send(HttpMethod.DELETE, DATA + "/TOWN/500113304?version=0", null)
                .expectStatus()
                .isNoContent();
        jdbc.sql("delete from institution where code = '500113305'").update();
    }

    @Test
    void what_comes_with_the_platform_is_not_deleted_and_an_edit_of_it_outlives_the_next_release() {
        send(HttpMethod.DELETE, DATA + "/DIVISION/500243?version=0", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_LOADED");
        change("DIVISION", "500242", Map.of("name", "酉阳（改）", "version", 0))
                .expectStatus()
                .isNoContent();
        jdbc.sql("update reference_file set sha256 = 'old' where name = 'divisions.tsv'")
                .update();

        loader.load();

        assertThat(jdbc.sql("select name from division where code = '500242'")
                        .query(String.class)
                        .single())
                .isEqualTo("酉阳（改）");
    }

    @Test
    void a_category_is_retired_after_its_items_and_its_items_are_restored_after_it() {
        create("DICTIONARY", Map.of("code", "COLOR", "name", "颜色"))
                .expectStatus()
                .isCreated();
        create("DICTIONARY", Map.of("code", "COLOR.RED", "name", "红"))
                .expectStatus()
                .isCreated();
        act("DICTIONARY", "COLOR", "retire", 0)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_HAS_PARTS");
        act("DICTIONARY", "COLOR.RED", "retire", 0).expectStatus().isNoContent();
        act("DICTIONARY", "COLOR", "retire", 0).expectStatus().isNoContent();
        act("DICTIONARY", "COLOR.RED", "restore", 1)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_PARENT_RETIRED");
        create("DICTIONARY", Map.of("code", "COLOR.BLUE", "name", "蓝"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("RETIRED");
    }

    @Test
    void a_code_is_given_once_and_who_saw_an_old_version_changes_nothing() {
        create("PARK", park("P-ONCE")).expectStatus().isCreated();
        create("PARK", park("p-once"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_EXISTS");
        Map<String, Object> change = new HashMap<>(park("P-ONCE"));
        change.put("version", 7);
        change("PARK", "P-ONCE", change).expectStatus().isEqualTo(409);
    }

    @Test
    void the_list_pages_filters_and_sorts_over_all_kinds() {
        send(HttpMethod.GET, DATA + "?kind=INDUSTRY&q=C34&sort=name,desc&size=5", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5)
                .jsonPath("$.items[0].kind")
                .isEqualTo("INDUSTRY");
        send(HttpMethod.GET, DATA + "?kind=DIVISION&parent=500000&size=1", null)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(38)
                .jsonPath("$.items[0].parentName")
                .isEqualTo("重庆市");
        send(HttpMethod.GET, DATA + "?sort=table", null).expectStatus().isBadRequest();
        send(HttpMethod.GET, DATA + "?q=%25%27--", null)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void a_long_list_is_taken_out_row_by_row() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql(
                            "insert into dictionary_item (code, name) select 'LONG' || n, '长表' from generate_series(1, 1200) n")
                    .update();
            ReferenceFilter filter = new ReferenceFilter(ReferenceKind.DICTIONARY, "长表", null, null, null);
            Streamed<ReferenceItem> taken =
                    new Streamed<>(sql -> jdbc.sql(sql).query(Long.class).single());

            store.each(filter, taken);

            assertThat(taken.rows()).isEqualTo(store.count(filter)).isEqualTo(1200);
            assertThat(taken.hadCursor()).isTrue();
        });
    }

    @Test
    void an_export_is_imported_again_without_changing_anything() {
        byte[] file = send(HttpMethod.GET, DATA + "/export?kind=TOWN&retired=false", null)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(2)
                .doReadSync();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).containsEntry(1, "500113103").containsEntry(2, "界石镇"));

        bringIn("TOWN", "/check", file)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.same")
                .isEqualTo(rows.size())
                .jsonPath("$.problemCount")
                .isEqualTo(0);
    }

    @Test
    void a_file_with_a_wrong_line_writes_nothing_and_names_it() {
        byte[] csv = csv("代码,名称,类型\n500113311,导入一镇,镇\n500113312,=cmd()|calc,镇\n50,坏镇,村\n");

        bringIn("TOWN", "/check", csv)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(1)
                .jsonPath("$.problems[0].line")
                .isEqualTo(3)
                .jsonPath("$.problems[0].field")
                .isEqualTo("name")
                .jsonPath("$.problems[1].line")
                .isEqualTo(4);
        bringIn("TOWN", "", csv)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_IMPORT_INVALID")
                .jsonPath("$.problems[0].line")
                .isEqualTo(3);
        assertThat(townsToChoose()).doesNotContain("导入一镇");
    }

    @Test
    void a_good_file_is_taken_also_as_chinese_spreadsheets_write_it() {
        bringIn("TOWN", "", csv("代码,名称,类型\n500113321,导入甲镇,镇\n500113322,导入乙镇,镇\n"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(2);
        byte[] gb = "名称,代码,类型\n导入甲街道,500113321,街道\n".getBytes(Charset.forName("GB18030"));
        bringIn("TOWN", "", gb)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(1);

        assertThat(townsToChoose()).contains("导入甲街道", "导入乙镇").doesNotContain("导入甲镇");
    }

    @Test
    void bombs_and_other_files_are_refused() throws IOException {
        bringIn("TOWN", "/check", zipOf(64 * 1024 * 1024)).expectStatus().isEqualTo(413);
        bringIn("TOWN", "/check", csv("代码,名称,类型\n" + "500113321,镇,镇\n".repeat(5001)))
                .expectStatus()
                .isEqualTo(413);
        bringIn("TOWN", "/check", new byte[3 * 1024 * 1024]).expectStatus().isEqualTo(413);
        for (byte[] other : List.of(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1},
                zipOf(10),
                csv("编号,称呼\n1,2\n"),
                csv("代码,名称\n"),
                csv(""))) {
            bringIn("TOWN", "/check", other)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("REFERENCE_FILE_UNREADABLE");
        }
        bringIn("TOWN", "/check", "数据.xlsx", csv("代码,名称,类型\n500113321,镇,镇\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, said -> assertThat(said).contains("文件内容与扩展名（.xlsx）不符"));
    }

    @Test
    void parks_and_dictionaries_are_open_to_forms() {
        create("PARK", park("P-FORM")).expectStatus().isCreated();
        service.anonymous()
                .get()
                .uri("/api/user/reference/parks")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.code=='P-FORM')].townCode")
                .isEqualTo("500113103");
        service.anonymous()
                .get()
                .uri("/api/user/reference/dictionary?category=PARK_TYPE")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.code=='PARK_TYPE.INDUSTRIAL')].name")
                .isEqualTo("工业园区");
    }

    @Test
    void what_the_forms_offer_is_in_the_dictionary_and_finance_service_hears_what_operators_make_of_it() {
        assertThat(purposes()).containsExactly("采购原材料、支付货款", "购置设备", "研发投入", "支付工资与日常经营周转", "厂房建设与装修", "其他");

        jdbc.sql("update dictionary_item set retired_at = now() where code = 'LOAN_PURPOSE.3_RESEARCH'")
                .update();
        try {
            assertThat(purposes()).doesNotContain("研发投入");
        } finally {
            jdbc.sql("update dictionary_item set retired_at = null where code = 'LOAN_PURPOSE.3_RESEARCH'")
                    .update();
        }
        for (String reasons : List.of(
                "CLAIM_RETURN",
                "CLAIM_REJECT",
                "CODE_FREEZE",
                "CODE_UNFREEZE",
                "CODE_REISSUE",
                "CODE_REVOKE",
                "KEY_REJECT",
                "KEY_REVOKE",
                "POLICY_WITHDRAW",
                "LOAN_MATERIAL")) {
            service.anonymous()
                    .get()
                    .uri("/api/user/reference/dictionary?category=REASON_" + reasons)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.length()")
                    .value(Integer.class, count -> assertThat(count).as(reasons).isPositive());
        }
    }

    private List<String> purposes() {
        return Arrays.stream(Objects.requireNonNull(service.asService("finance-service")
                        .get()
                        .uri("/internal/dictionary/" + InternalDictionary.LOAN_PURPOSE)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(InternalDictionary.Word[].class)
                        .returnResult()
                        .getResponseBody()))
                .map(InternalDictionary.Word::name)
                .toList();
    }

    @Test
    void a_purpose_that_applications_name_is_not_deleted_by_whichever_name_they_know_it() {
        purposeOf("VESSELS", "购置船舶");
        change("DICTIONARY", "LOAN_PURPOSE.VESSELS", Map.of("name", "购置船只", "version", 0))
                .expectStatus()
                .isNoContent();
        financeCounts(Map.of("购置船舶", 2L, "购置船只", 1L), 4);

        send(HttpMethod.DELETE, DATA + "/DICTIONARY/LOAN_PURPOSE.VESSELS?version=1", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_IN_USE")
                .jsonPath("$.usedBy")
                .isEqualTo(3);
        send(HttpMethod.GET, DATA + "?kind=DICTIONARY&q=LOAN_PURPOSE.", null)
                .expectBody()
                .jsonPath("$.items[?(@.code == 'LOAN_PURPOSE.VESSELS')].usedBy")
                .isEqualTo(3)
                .jsonPath("$.items[?(@.code == 'LOAN_PURPOSE.3_RESEARCH')].usedBy")
                .isEqualTo(0)
                .jsonPath("$.items[?(@.code == 'LOAN_PURPOSE.9_OTHER')].usedBy")
                .isEqualTo(4);

        financeCounts(Map.of(), 0);
        send(HttpMethod.DELETE, DATA + "/DICTIONARY/LOAN_PURPOSE.VESSELS?version=1", null)
                .expectStatus()
                .isNoContent();
    }

    @Test
    void
            while_finance_service_does_not_say_whether_a_purpose_is_used_it_stays_and_the_list_is_shown_without_a_figure() {
        purposeOf("SILENT", "无人应答");
        when(finance.uses(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        send(HttpMethod.DELETE, DATA + "/DICTIONARY/LOAN_PURPOSE.SILENT?version=0", null)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFERENCE_USE_UNKNOWN");
        send(HttpMethod.GET, DATA + "/DICTIONARY/LOAN_PURPOSE.SILENT", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.usedBy")
                .doesNotHaveJsonPath();
        send(HttpMethod.GET, DATA + "/DICTIONARY/PARK_TYPE.HITECH", null)
                .expectBody()
                .jsonPath("$.usedBy")
                .isNumber();

        reset(finance);
        financeCounts(Map.of(), 0);
        send(HttpMethod.DELETE, DATA + "/DICTIONARY/LOAN_PURPOSE.SILENT?version=0", null)
                .expectStatus()
                .isNoContent();
    }

    private void purposeOf(String code, String name) {
        create("DICTIONARY", Map.of("code", "LOAN_PURPOSE." + code, "name", name))
                .expectStatus()
                .isCreated();
    }

    private void financeCounts(Map<String, Long> byName, long inOtherWords) {
        when(finance.uses(any())).thenReturn(new Uses(byName, inOtherWords));
    }

    @BeforeEach
    void financeUsesNothing() {
        financeCounts(Map.of(), 0);
    }

    @Test
    void another_copy_of_the_service_takes_over_what_this_one_has_changed() {
        jdbc.sql("insert into town (code, name, type) values ('500113341', '别处改镇', '镇')")
                .update();
        jdbc.sql("update reference_revision set revision = revision + 1").update();

        reference.refresh();

        assertThat(reference.townName("500113341")).isEqualTo("别处改镇");
    }

    private static Map<String, Object> park(String code) {
        return Map.of("code", code, "name", "园区" + code, "type", "工业园区", "parentCode", "500113103");
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipOf(int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }

    private List<String> townsToChoose() {
        return reference.towns().stream().map(Town::name).toList();
    }

    private List<String> recorded(String subject) {
        return jdbc.sql("""
                        select data ->> 'actionLabel' from outbox
                        where type like '%.ChangeRecorded' and data ->> 'subjectName' like ? order by seq""").param(subject + "%").query(String.class).list();
    }

    private ResponseSpec create(String kind, Map<String, ?> body) {
        return send(HttpMethod.POST, DATA + "/" + kind, body);
    }

    private ResponseSpec change(String kind, String code, Map<String, ?> body) {
        return send(HttpMethod.PUT, DATA + "/" + kind + "/" + code, body);
    }

    private ResponseSpec act(String kind, String code, String action, int version) {
        return send(HttpMethod.POST, DATA + "/" + kind + "/" + code + "/" + action, Map.of("version", version));
    }

    /** Under the name of what it is. */
    private ResponseSpec bringIn(String kind, String check, byte[] file) {
        boolean excel = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return bringIn(kind, check, excel ? "数据.xlsx" : "数据.csv", file);
    }

    private ResponseSpec bringIn(String kind, String check, String name, byte[] file) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return service.as(operator())
                .post()
                .uri(DATA + "/" + kind + "/import" + check)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }

    private ResponseSpec send(HttpMethod method, String path, @Nullable Object body) {
        var request = service.as(operator()).method(method).uri(path);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private CurrentUser operator() {
        return Staff.of(reference.institution("YYZX").orElseThrow(), UserPermissions.MANAGE_REFERENCE);
    }
}
