package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestPhoto;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.client.RefusedQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What an enterprise does: eligibility, draft, submission, withdrawal, and what is refused. */
class DeclaringTest extends DeclarationServiceTest {

    @Test
    void what_a_phone_writes_into_the_photo_of_a_paper_is_not_kept() {
        byte[] kept = client.as(enterprise)
                .get()
                .uri("/api/policy/declaration-files/"
                        + uploaded(enterprise, TestPhoto.ofAPhone()).id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(TestPhoto.tellsOfItsPhone(Objects.requireNonNull(kept))).isFalse();
    }

    @Test
    void a_draft_is_prefilled_from_the_profile_and_says_whence() {
        UUID project = opened(project()).id();
        Answer draft = begun(enterprise, project);

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.get("status")).isEqualTo("DRAFT");
        assertThat(draft.get("answers")).isEqualTo(Map.of("employees", 86, "assets", 12345000.00));
        assertThat(draft.get("prefilled").toString()).contains("职工总数", "SELF", "2026-10-01");
    }

    @Test
    void who_changes_or_clears_what_was_prefilled_says_nothing_of_what_the_profile_has() {
        Answer draft = begun(enterprise, opened(project()).id());

        Answer saved = saved(enterprise, draft, Map.of("employees", 86.0, "assets", 9), Map.of());
        assertThat(origins(saved).get("employees")).containsEntry("value", 86).containsEntry("source", "SELF");
        assertThat(origins(saved).get("assets"))
                .doesNotContainKey("value")
                .containsEntry("label", "资产总额")
                .containsEntry("source", "DEMO")
                .containsEntry("asOf", "2026-10-01");

        Answer cleared = saved(enterprise, saved, Map.of("assets", 9), Map.of());
        assertThat(origins(cleared)).containsOnlyKeys("assets");
        assertThat(jdbc.sql("select prefilled::text from declaration where id = ?")
                        .param(draft.id())
                        .query(String.class)
                        .single())
                .doesNotContain("86", "12345000");
    }

    @Test
    void an_answer_that_is_the_profiles_again_is_not_one_that_was_changed() {
        Answer draft = begun(enterprise, opened(project()).id());
        Answer changed = saved(enterprise, draft, Map.of("assets", 9), Map.of());
        assertThat(origins(changed).get("assets")).doesNotContainKey("value");

        Answer again = saved(enterprise, changed, Map.of("employees", 86, "assets", 12345000), Map.of());

        assertThat(origins(again).get("employees")).containsEntry("value", 86);
        assertThat(origins(again).get("assets")).containsKey("value").containsEntry("label", "资产总额");
    }

    @Test
    void what_the_profile_has_goes_with_the_draft() {
        Answer submitted = submitted(enterprise, opened(project()).id());

        assertThat(submitted.get("status")).isEqualTo("SUBMITTED");
        assertThat(jdbc.sql("select taken::text from declaration where id = ?")
                        .param(submitted.id())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"fields\": {}}");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> origins(Answer of) {
        return (Map<String, Map<String, Object>>) of.get("prefilled");
    }

    @Test
    void the_largest_form_that_can_be_designed_can_be_filled_in_to_the_last_letter_and_supplemented() {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int c = 0; c < 12; c++) {
            columns.add(Map.of("key", "c" + c, "label", "列" + c, "type", "TEXT", "required", true));
        }
        Map<String, Object> large = project();
        large.put("materials", List.of());
        large.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(
                                        field("plan", "方案", "TEXT", true, Map.of("maxLength", 5000)),
                                        field("people", "人员", "TABLE", true, Map.of("columns", columns)))))));
        Map<String, Object> row = new HashMap<>();
        columns.forEach(column -> row.put((String) column.get("key"), "𠮷".repeat(200)));
        Map<String, Object> answers =
                new HashMap<>(Map.of("plan", "\"".repeat(5000), "people", Collections.nCopies(100, row)));

        Answer draft = saved(enterprise, begun(enterprise, opened(large).id()), answers, Map.of());
        assertThat(draft.status()).isEqualTo(200);
        Answer taken = act(officer, my(enterprise, draft, "submit"), "take-on", Map.of());
        Answer back =
                act(officer, taken, "send-back", Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "plan"))));
        answers.put("plan", "\\".repeat(5000));
        Answer again = post(
                enterprise,
                "/api/policy/my/declarations/" + back.id() + "/supplement",
                Map.of("version", back.version(), "answers", answers, "papers", Map.of()));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.get("status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void what_somebody_began_is_theirs_to_take_out_and_nobody_elses() {
        Answer draft = begun(enterprise, opened(project()).id());
        saved(enterprise, draft, Map.of("employees", 3), Map.of());

        assertThat((List<?>) get(enterprise, "/api/policy/my/data").get("declarations"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("status", "草稿")
                .containsEntry("answers", Map.of("employees", 3));
        assertThat((List<?>) get(officer, "/api/policy/my/data").get("declarations"))
                .isEmpty();
    }

    @Test
    void what_a_page_saves_as_somebody_types_is_no_entry_of_the_record() {
        Answer draft = whole(enterprise, opened(project()).id());
        Map<String, Object> more = answers();
        more.put("founded", "2020-01-01");
        Answer saved = saved(
                enterprise,
                draft,
                more,
                Map.of(
                        "licence",
                        List.of(uploaded(enterprise, TestPdf.ofOnePage()).id())));
        my(enterprise, my(enterprise, saved, "submit"), "withdraw");
        Answer another = begun(enterprise, UUID.fromString((String) draft.get("projectId")));
        my(enterprise, saved(enterprise, another, answers(), Map.of()), "discard");

        assertThat(recorded(draft))
                .containsExactly("DECLARATION_BEGUN", "DECLARATION_SUBMITTED", "DECLARATION_WITHDRAWN");
        assertThat(recorded(another)).containsExactly("DECLARATION_BEGUN", "DECLARATION_DISCARDED");
    }

    private List<String> recorded(Answer of) {
        return jdbc.sql("""
                        select data ->> 'action' from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by seq""").param(of.id().toString()).query(String.class).list();
    }

    @Test
    void who_begins_twice_has_one_draft() {
        UUID project = opened(project()).id();

        assertThat(begun(enterprise, project).id())
                .isEqualTo(begun(enterprise, project).id());
    }

    @Test
    void tax_data_that_was_authorized_for_matching_is_not_put_into_a_draft() {
        Mockito.when(standings.facts(Mockito.any()))
                .thenReturn(new InternalStandings.Facts(List.of(
                        new InternalStandings.Fact(
                                "employees", "职工总数", "人", FactKind.INTEGER, 86, null, FactSource.SELF, null),
                        new InternalStandings.Fact(
                                "totalAssets", "资产总额", "万元", FactKind.NUMBER, 1234, null, FactSource.TAX, null))));
        Answer draft = begun(enterprise, opened(project()).id());

        assertThat(draft.get("answers")).isEqualTo(Map.of("employees", 86));
        assertThat(jdbc.sql("select prefilled::text from declaration where id = ?")
                        .param(draft.id())
                        .query(String.class)
                        .single())
                .doesNotContain("1234", "TAX");
    }

    @Test
    void a_draft_is_begun_by_hand_where_nobody_knows_anything() {
        Mockito.when(standings.facts(Mockito.any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        UUID project = opened(project()).id();

        assertThat(begun(enterprise, project).get("answers")).isEqualTo(Map.of());
    }

    @Test
    void a_draft_keeps_whatever_was_typed_and_says_at_each_field_what_is_wrong_with_it() {
        UUID project = opened(project()).id();
        Map<String, Object> typed =
                Map.of("employees", "many", "kind", "三次", "founded", "2026-02-30", "assets", 1.005, "product", "齿轮");

        Answer saved = saved(enterprise, begun(enterprise, project), typed, Map.of());

        assertThat(saved.status()).isEqualTo(200);
        Answer again = get(enterprise, "/api/policy/my/declarations/" + saved.id());
        for (Answer answer : List.of(saved, again)) {
            assertThat(answer.get("answers")).isEqualTo(typed);
            assertThat(answer.wrong())
                    .isEqualTo(Map.of(
                            "answers.employees", "“从业人员”应填写数字",
                            "answers.kind", "请从“申报类型”的选项中选择",
                            "answers.founded", "“成立日期”应为日期，如 2026-01-31",
                            "answers.assets", "“资产总额”最多两位小数"));
        }
        assertThat(my(enterprise, saved, "submit").errors()).containsAllEntriesOf(saved.wrong());
    }

    @Test
    void what_cannot_be_kept_at_all_is_told_and_the_rest_is_kept() {
        UUID licence = uploaded(enterprise, TestPdf.ofOnePage()).id();
        Map<String, Object> typed = new HashMap<>(Map.of(
                "employees",
                3,
                "nobody",
                1,
                "product",
                "字".repeat(KeptDraft.LONGEST + 1),
                "assets",
                new BigDecimal("1e300"),
                "areas",
                "软件",
                "chart",
                UUID.randomUUID().toString(),
                "patents",
                Collections.nCopies(KeptDraft.MOST_ROWS + 1, Map.of("name", "专利", "more", 1))));

        Answer saved = saved(
                enterprise,
                begun(enterprise, opened(project()).id()),
                typed,
                Map.of("licence", List.of(UUID.randomUUID(), licence), "passport", List.of(licence)));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.get("answers"))
                .isEqualTo(Map.of(
                        "employees", 3, "patents", Collections.nCopies(KeptDraft.MOST_ROWS, Map.of("name", "专利"))));
        assertThat(saved.get("papers")).isEqualTo(Map.of("licence", List.of(licence.toString())));
        assertThat(saved.wrong())
                .containsEntry("answers.nobody", "申报表中没有“nobody”")
                .containsEntry("answers.product", "“主导产品”超过 5000 字，没有保存")
                .containsEntry("answers.areas", "“领域”的格式不正确，没有保存")
                .containsEntry("answers.chart", "文件不存在，请重新上传")
                .containsEntry("answers.patents", "“知识产权”最多 100 行，第 100 行以后的没有保存")
                .containsEntry("materials.licence", "文件不存在，请重新上传")
                .containsEntry("materials.passport", "没有“passport”这项材料")
                .containsKeys("answers.assets");
    }

    @Test
    void of_what_is_counted_there_is_no_half() {
        UUID project = opened(project()).id();

        Answer wrong = saved(enterprise, begun(enterprise, project), Map.of("employees", 12.5), Map.of());

        assertThat(wrong.wrong()).containsExactly(Map.entry("answers.employees", "“从业人员”应为整数"));
    }

    @Test
    void what_is_out_of_its_range_is_told_the_range_in_its_unit_in_a_row_of_a_table_too() {
        Map<String, Object> designed = project();
        designed.put("materials", List.of());
        designed.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(
                                        field(
                                                "staff",
                                                "职工人数",
                                                "NUMBER",
                                                true,
                                                Map.of("unit", "人", "min", 1, "max", 100_000)),
                                        field("share", "占比", "NUMBER", true, Map.of("unit", "%", "max", 100)),
                                        field("since", "年份", "NUMBER", true, Map.of("min", 1949)),
                                        field(
                                                "devices",
                                                "设备",
                                                "TABLE",
                                                true,
                                                Map.of(
                                                        "columns",
                                                        List.of(
                                                                field("price", "价格", "MONEY", true, Map.of()),
                                                                field(
                                                                        "many",
                                                                        "数量",
                                                                        "NUMBER",
                                                                        true,
                                                                        Map.of(
                                                                                "unit", "台", "min", 1, "max",
                                                                                500))))))))));
        Answer draft = begun(enterprise, opened(designed).id());

        Answer wrong = saved(
                enterprise,
                draft,
                Map.of(
                        "staff",
                        -5,
                        "share",
                        120,
                        "since",
                        1900,
                        "devices",
                        List.of(Map.of("price", -5, "many", 501), Map.of("price", 2_000_000_000_000L, "many", 500))),
                Map.of());

        assertThat(wrong.wrong())
                .isEqualTo(Map.of(
                        "answers.staff", "“职工人数”应不小于 1 人、不大于 100,000 人",
                        "answers.share", "“占比”应不大于 100%",
                        "answers.since", "“年份”应不小于 1949",
                        "answers.devices[0].price", "“设备”第 1 行的“价格”应不小于 0 元",
                        "answers.devices[0].many", "“设备”第 1 行的“数量”应不小于 1 台、不大于 500 台",
                        "answers.devices[1].price", "“设备”第 2 行的“价格”应不小于 0 元、不大于 1,000,000,000,000 元"));
    }

    @Test
    void whatever_kind_of_column_can_be_designed_can_be_filled_in() {
        Map<FieldType, Object> filled = new EnumMap<>(Map.of(
                FieldType.TEXT,
                "数控机床",
                FieldType.NUMBER,
                3,
                FieldType.MONEY,
                1200.5,
                FieldType.DATE,
                "2026-01-31",
                FieldType.CHOICE,
                "国产",
                FieldType.YES_NO,
                false));
        List<Map<String, Object>> columns = new ArrayList<>();
        Map<String, Object> row = new HashMap<>();
        filled.forEach((type, value) -> {
            Map<String, Object> column = new HashMap<>(Map.of(
                    "key",
                    type.name().toLowerCase(Locale.ROOT),
                    "label",
                    type.label(),
                    "type",
                    type,
                    "required",
                    true));
            if (type == FieldType.CHOICE) {
                column.put("options", List.of("国产", "进口"));
            }
            columns.add(column);
            row.put((String) column.get("key"), value);
        });
        Map<String, Object> designed = project();
        designed.put("materials", List.of());
        designed.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(field("devices", "设备", "TABLE", true, Map.of("columns", columns)))))));
        for (FieldType type : FieldType.values()) {
            if (!filled.containsKey(type)) {
                assertThat(created(withColumn(designed, type)).code())
                        .as("a column of %s", type)
                        .isEqualTo("FORM_INVALID");
            }
        }
        UUID project = opened(designed).id();
        Answer draft = saved(enterprise, begun(enterprise, project), Map.of("devices", List.of(row)), Map.of());

        assertThat(draft.wrong()).isEmpty();
        assertThat(my(enterprise, draft, "submit").get("answers")).isEqualTo(Map.of("devices", List.of(row)));
        assertThat(ExportedFile.of(client.as(officer), "/api/policy/declarations/export?projectId=" + project)
                        .column("设备")
                        .getFirst())
                .contains("是否：否", "金额（元）：1200.5", "单选：国产");
    }

    private static Map<String, Object> withColumn(Map<String, Object> project, FieldType type) {
        Map<String, Object> other = new HashMap<>(project);
        other.put(
                "form",
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "title",
                                "一组",
                                "fields",
                                List.of(field(
                                        "devices",
                                        "设备",
                                        "TABLE",
                                        true,
                                        Map.of(
                                                "columns",
                                                List.of(Map.of(
                                                        "key",
                                                        "it",
                                                        "label",
                                                        "列",
                                                        "type",
                                                        type,
                                                        "required",
                                                        true)))))))));
        return other;
    }

    @Test
    void a_draft_says_when_its_project_takes_nothing_more() {
        Map<String, Object> scarce = project();
        scarce.put("quota", 1);
        Answer project = opened(scarce);
        Answer draft = whole(enterprise, project.id());
        assertThat(draft.get("full")).isEqualTo(false);
        submitted(anEnterprise(), project.id());

        assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id()).get("full"))
                .isEqualTo(true);
        assertThat(items(get(enterprise, "/api/policy/my/declarations")).getFirst())
                .containsEntry("draftWindow", "OPEN");

        post(officer, "/api/policy/manage/projects/" + project.id() + "/close", Map.of("version", project.version()));
        assertThat(items(get(enterprise, "/api/policy/my/declarations")).getFirst())
                .containsEntry("draftWindow", "CLOSED");
    }

    @Test
    void a_file_that_is_not_among_the_latest_is_found_by_its_name() {
        UUID old = uploaded(enterprise, TestPdf.ofOnePage()).id();
        jdbc.sql(
                        "update declaration_file set name = '2019年审计报告.pdf', created_at = now() - interval '1 day' where id = ?")
                .param(old)
                .update();
        uploaded(enterprise, TestPdf.ofOnePage());

        assertThat(namesOfFiles("?q=审计")).containsExactly("2019年审计报告.pdf");
        assertThat(namesOfFiles("?q=%25")).isEmpty();
        assertThat(namesOfFiles("")).hasSize(2);
    }

    private List<Object> namesOfFiles(String query) {
        List<?> files = Objects.requireNonNull(client.as(enterprise)
                .get()
                .uri("/api/policy/declaration-files" + query)
                .exchange()
                .returnResult(List.class)
                .getResponseBody());
        return files.stream().map(it -> (Object) ((Map<?, ?>) it).get("name")).toList();
    }

    @Test
    void what_is_missing_is_said_at_its_field() {
        UUID project = opened(project()).id();
        Answer draft = saved(
                enterprise,
                begun(enterprise, project),
                Map.of("kind", "复核", "patents", List.of(Map.of("on", "2026-01-01"))),
                Map.of());
        Answer refused = my(enterprise, draft, "submit");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .isEqualTo(Map.of(
                        "answers.employees", "请填写“从业人员”",
                        "answers.assets", "请填写“资产总额”",
                        "answers.product", "请填写“主导产品”",
                        "answers.since", "请填写“首次认定年份”",
                        "answers.honest", "请选择“承诺属实”",
                        "answers.patents[0].name", "请填写“知识产权”第 1 行的“名称”",
                        "materials.licence", "请上传“营业执照”"));
    }

    @Test
    void what_is_not_shown_is_not_answered() {
        UUID project = opened(project()).id();
        Map<String, Object> answers = answers();
        answers.put("since", 2020);
        Answer draft = saved(
                enterprise,
                begun(enterprise, project),
                answers,
                Map.of(
                        "licence",
                        List.of(uploaded(enterprise, TestPdf.ofOnePage()).id())));

        assertThat(my(enterprise, draft, "submit").errors())
                .containsExactly(Map.entry("answers.since", "“首次认定年份”按现在的填写内容不需要填写"));
    }

    @Test
    void a_submitted_declaration_has_a_number_a_promise_and_a_timeline() {
        UUID project = opened(project()).id();
        Answer declared = submitted(enterprise, project);

        assertThat(declared.status()).isEqualTo(200);
        assertThat(declared.get("number")).asString().matches("SB\\d{14}");
        assertThat(declared.get("status")).isEqualTo("SUBMITTED");
        assertThat(declared.get("step")).isEqualTo("ACCEPTANCE");
        assertThat(declared.get("promise").toString()).contains("workingDays=3", "state=RUNNING");
        assertThat(declared.get("standing").toString()).contains("ELIGIBLE");
        assertThat(declared.get("timeline").toString()).contains("提交申报");
        assertThat(eventsOf(declared.id())).containsExactly("policy.DeclarationSubmitted");
    }

    @Test
    void a_click_twice_with_its_key_submits_once() {
        UUID project = opened(project()).id();
        Answer draft = whole(enterprise, project);
        String key = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            Answer answer = answerOf(client.as(enterprise)
                    .post()
                    .uri("/api/policy/my/declarations/" + draft.id() + "/submit")
                    .header("Idempotency-Key", key)
                    .body(Map.of("version", draft.version()))
                    .exchange());
            assertThat(answer.get("status")).isEqualTo("SUBMITTED");
        }
        assertThat(eventsOf(draft.id())).hasSize(1);
    }

    @Test
    void without_a_key_nothing_is_submitted() {
        Answer draft = whole(enterprise, opened(project()).id());
        Answer refused = answerOf(client.as(enterprise)
                .post()
                .uri("/api/policy/my/declarations/" + draft.id() + "/submit")
                .body(Map.of("version", draft.version()))
                .exchange());

        assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void a_window_that_closes_while_filling_keeps_the_draft_and_says_so() {
        UUID project = opened(project()).id();
        Answer draft = whole(enterprise, project);
        jdbc.sql(
                        "update declaration_project set opens_on = current_date - 9, closes_on = current_date - 3 where id = ?")
                .param(project)
                .update();

        Answer kept = saved(enterprise, draft, Map.of("employees", 9), Map.of());
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.get("window")).isEqualTo("OVER");
        Answer refused = my(
                enterprise,
                saved(
                        enterprise,
                        kept,
                        answers(),
                        Map.of(
                                "licence",
                                List.of(uploaded(enterprise, TestPdf.ofOnePage())
                                        .id()))),
                "submit");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("WINDOW_CLOSED");
        assertThat(refused.get("detail")).isEqualTo("该项目的申报已截止，现在不能申报；已填写的内容仍保留在草稿中");
        assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id()).get("status"))
                .isEqualTo("DRAFT");
        assertThat(begun(anEnterprise(), project).code()).isEqualTo("WINDOW_CLOSED");
    }

    @Test
    void what_was_handed_in_before_its_policy_ended_says_how_it_did_to_both_sides() {
        Answer handedIn = submitted(enterprise, opened(project()).id());
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        withdrawn(
                () -> assertThat(endedToBoth(handedIn)).isEqualTo(Map.of("how", "WITHDRAWN", "on", today.toString())));
        over(() -> assertThat(endedToBoth(handedIn))
                .isEqualTo(Map.of("how", "EXPIRED", "on", today.minusDays(1).toString())));
        replaced(() -> assertThat(endedToBoth(handedIn).toString())
                .contains("how=SUPERSEDED", "on=" + today.minusDays(1), "by={", "code=N11"));
        assertThat(get(enterprise, "/api/policy/my/declarations/" + handedIn.id())
                        .get("policyEnd"))
                .isNull();
    }

    private Object endedToBoth(Answer declaration) {
        Object mine = get(enterprise, "/api/policy/my/declarations/" + declaration.id())
                .get("policyEnd");
        assertThat(mine)
                .isNotNull()
                .isEqualTo(get(officer, "/api/policy/declarations/" + declaration.id())
                        .get("policyEnd"));
        return mine;
    }

    @Test
    void under_a_policy_whose_validity_is_over_nothing_is_begun_and_what_was_handed_in_goes_on() {
        UUID project = opened(project()).id();
        Answer draft = whole(enterprise, project);
        CurrentUser another = anEnterprise();
        Answer handedIn = submitted(another, project);
        Answer next = created(project());
        over(() -> {
            Answer refused = my(enterprise, draft, "submit");
            assertThat(refused.code()).isEqualTo("POLICY_OVER");
            assertThat(refused.get("detail")).asString().contains("已到期", "仍保留在草稿中");
            assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id())
                            .get("status"))
                    .isEqualTo("DRAFT");
            assertThat(begun(anEnterprise(), project).code()).isEqualTo("POLICY_OVER");
            assertThat(List.of("/api/policy/my/declarations/" + draft.id(), "/api/policy/projects/" + project))
                    .as("who fills it in reads it before they hand it in, and everybody before they begin")
                    .allSatisfy(page ->
                            assertThat(get(enterprise, page).get("window")).isEqualTo("POLICY_OVER"));
            assertThat(items(get(enterprise, "/api/policy/projects?size=100")))
                    .extracting(row -> row.get("id"))
                    .doesNotContain(project.toString());
            assertThat(created(project()).code()).isEqualTo("POLICY_OVER");
            assertThat(post(
                                    officer,
                                    "/api/policy/manage/projects/" + next.id() + "/open",
                                    Map.of("version", next.version()))
                            .code())
                    .isEqualTo("POLICY_OVER");
            assertThat(act(officer, handedIn, "take-on", Map.of()).status()).isEqualTo(200);
        });

        assertThat(my(enterprise, draft, "submit").get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void under_a_policy_that_begins_later_one_may_declare_and_is_told_the_day_before() {
        Map<String, Object> strict = project();
        strict.put("barring", true);
        UUID project = opened(strict).id();
        toCome(first -> {
            Answer told = get(enterprise, "/api/policy/my/projects/" + project + "/eligibility");
            assertThat(told.get("barred")).as("the day is no condition").isEqualTo(false);
            assertThat(told.get("standing").toString()).contains("outcome=ELIGIBLE", "beginsOn=" + first);
            assertThat(get(enterprise, "/api/policy/projects/" + project).get("policyBeginsOn"))
                    .isEqualTo(first.toString());
            assertThat(get(enterprise, "/api/policy/projects/" + project).get("window"))
                    .isEqualTo("OPEN");
            Answer draft = begun(enterprise, project);
            assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id())
                            .get("policyBeginsOn"))
                    .as("also while it fills in")
                    .isEqualTo(first.toString());
            my(enterprise, draft, "discard");

            Answer submitted = submitted(enterprise, project);

            assertThat(submitted.status()).isEqualTo(200);
            assertThat(get(officer, "/api/policy/declarations/" + submitted.id())
                            .get("standing")
                            .toString())
                    .as("as the officer reads it")
                    .contains("beginsOn=" + first);
        });
        assertThat(get(enterprise, "/api/policy/projects/" + project).get("policyBeginsOn"))
                .isNull();
    }

    @Test
    void where_the_conditions_begin_on_another_day_than_the_document_the_page_of_the_policy_says_when() {
        String page = "/api/policy/policies/N06";
        conditionsToCome(first -> {
            assertThat(get(enterprise, page).get("status")).isEqualTo("EFFECTIVE");
            assertThat(get(enterprise, page).get("conditionsFrom")).isEqualTo(first.toString());
        });
        toCome(first -> {
            assertThat(get(enterprise, page).get("status")).isEqualTo("UPCOMING");
            assertThat(get(enterprise, page).get("conditionsFrom"))
                    .as("on the same day")
                    .isNull();
        });
        assertThat(get(enterprise, page).get("conditionsFrom")).isNull();
    }

    @Test
    void under_a_policy_that_was_replaced_nothing_is_taken_and_it_is_not_said_to_have_expired() {
        UUID project = opened(project()).id();
        replaced(() -> {
            assertThat(get(enterprise, "/api/policy/projects/" + project).get("window"))
                    .isEqualTo("POLICY_SUPERSEDED");
            Answer refused = begun(enterprise, project);
            assertThat(refused.code()).isEqualTo("POLICY_OVER");
            assertThat(refused.get("detail")).asString().contains("已被替代");
        });
    }

    @Test
    void under_a_policy_that_was_withdrawn_nothing_more_is_taken_and_what_was_filled_in_is_kept() {
        Map<String, Object> named = project();
        String title = "撤下政策的项目" + Ids.next();
        named.put("title", title);
        UUID project = opened(named).id();
        String listed = "/api/policy/projects?q=" + title;
        Answer draft = whole(enterprise, project);
        withdrawn(() -> {
            Answer refused = my(enterprise, draft, "submit");
            assertThat(refused.code()).isEqualTo("POLICY_NOT_PUBLISHED");
            assertThat(refused.get("detail")).asString().contains("已撤下", "仍保留在草稿中");
            assertThat(begun(anEnterprise(), project).code()).isEqualTo("POLICY_NOT_PUBLISHED");
            assertThat(List.of("/api/policy/my/declarations/" + draft.id(), "/api/policy/projects/" + project))
                    .as("it is not said to have expired")
                    .allSatisfy(page ->
                            assertThat(get(enterprise, page).get("window")).isEqualTo("POLICY_WITHDRAWN"));
            assertThat(items(get(enterprise, listed)))
                    .extracting(row -> row.get("id"))
                    .doesNotContain(project.toString());
        });
        assertThat(items(get(enterprise, listed)))
                .extracting(row -> row.get("id"))
                .contains(project.toString());

        assertThat(my(enterprise, draft, "submit").get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void of_two_at_the_same_moment_the_last_place_takes_one() throws Exception {
        Map<String, Object> scarce = project();
        scarce.put("quota", 1);
        UUID project = opened(scarce).id();
        CurrentUser other = anEnterprise();
        Answer mine = whole(enterprise, project);
        Answer theirs = whole(other, project);

        List<Answer> answers = atOnce(List.of(() -> my(enterprise, mine, "submit"), () -> my(other, theirs, "submit")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(Answer::code).contains("QUOTA_REACHED");
        assertThat(jdbc.sql("select count(*) from declaration where project_id = ? and status = 'SUBMITTED'")
                        .param(project)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_place_of_one_that_was_taken_back_is_free_again() {
        Map<String, Object> scarce = project();
        scarce.put("quota", 1);
        UUID project = opened(scarce).id();
        Answer declared = submitted(enterprise, project);
        assertThat(my(enterprise, declared, "withdraw").get("status")).isEqualTo("WITHDRAWN");

        assertThat(submitted(anEnterprise(), project).status()).isEqualTo(200);
        assertThat(eventsOf(declared.id()))
                .containsExactly("policy.DeclarationSubmitted", "policy.DeclarationWithdrawn");
    }

    @Test
    void an_enterprise_declares_once_under_a_project() {
        UUID project = opened(project()).id();
        submitted(enterprise, project);

        assertThat(begun(enterprise, project).code()).isEqualTo("DECLARATION_ALREADY_OPEN");
    }

    @Test
    void who_does_not_qualify_is_told_and_barred_only_where_the_project_says_so() {
        theOutcomeIs(MatchOutcome.INELIGIBLE);
        UUID mild = opened(project()).id();
        assertThat(get(enterprise, "/api/policy/my/projects/" + mild + "/eligibility")
                        .get("barred"))
                .isEqualTo(false);
        assertThat(submitted(enterprise, mild).status()).isEqualTo(200);

        Map<String, Object> strict = project();
        strict.put("barring", true);
        UUID barring = opened(strict).id();
        Answer told = get(enterprise, "/api/policy/my/projects/" + barring + "/eligibility");
        assertThat(told.get("barred")).isEqualTo(true);
        assertThat(told.get("standing").toString()).contains("INELIGIBLE");
        assertThat(begun(enterprise, barring).code()).isEqualTo("NOT_ELIGIBLE");

        theOutcomeIs(MatchOutcome.UNKNOWN);
        Answer draft = whole(enterprise, barring);
        theOutcomeIs(MatchOutcome.NEARLY);
        assertThat(my(enterprise, draft, "submit").code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(begun(enterprise, barring).id())
                .as("what was filled in stays")
                .isEqualTo(draft.id());
    }

    @Test
    void a_bar_is_lifted_while_nobody_answers_and_by_no_fault() {
        Map<String, Object> strict = project();
        strict.put("barring", true);
        UUID project = opened(strict).id();
        Answer draft = whole(enterprise, project);

        theStandingFailsWith(new RefusedQuestion());
        assertThat(my(enterprise, draft, "submit").status()).isEqualTo(503);
        theStandingFailsWith(new IllegalStateException("an answer that cannot be read"));
        assertThat(my(enterprise, draft, "submit").status()).isEqualTo(500);
        assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id()).get("status"))
                .isEqualTo("DRAFT");

        theStandingFailsWith(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        assertThat(my(enterprise, draft, "submit").get("status")).isEqualTo("SUBMITTED");
    }

    private void theStandingFailsWith(RuntimeException failure) {
        Mockito.doThrow(failure).when(standings).standing(Mockito.any(), Mockito.any());
    }

    @Test
    void a_file_is_what_the_paper_asks_and_of_the_enterprise_itself() {
        UUID project = opened(project()).id();
        Answer draft = begun(enterprise, project);
        UUID foreign = uploaded(anEnterprise(), TestPdf.ofOnePage()).id();
        draft = saved(enterprise, draft, Map.of(), Map.of("licence", List.of(foreign)));
        assertThat(draft.get("papers")).isEqualTo(Map.of());
        assertThat(draft.wrong()).containsEntry("materials.licence", "文件不存在，请重新上传");

        Answer text = uploaded(enterprise, "just words".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.code()).isEqualTo("FILE_TYPE_NOT_ALLOWED");

        UUID picture = uploaded(enterprise, png()).id();
        assertThat(saved(enterprise, draft, Map.of(), Map.of("licence", List.of(picture)))
                        .wrong())
                .containsEntry("materials.licence", "“营业执照”只接受 PDF");
    }

    @Test
    void a_draft_can_be_thrown_away_and_a_submitted_one_cannot() {
        UUID project = opened(project()).id();
        Answer draft = begun(enterprise, project);
        assertThat(my(enterprise, draft, "discard").status()).isEqualTo(204);

        Answer declared = submitted(enterprise, project);
        assertThat(my(enterprise, declared, "discard").code()).isEqualTo("STATE_CONFLICT");
        assertThat(saved(enterprise, declared, answers(), Map.of()).code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void what_is_submitted_while_somebody_throws_it_away_stays() throws Exception {
        Answer draft = whole(enterprise, opened(project()).id());

        Answer refused =
                meanwhile(() -> jdbc.sql("""
                                update declaration set status = 'SUBMITTED', number = 'SB' || id, submitted_at = now(), version = version + 1
                                where id = ?""").param(draft.id()).update(), () -> my(enterprise, draft, "discard"));

        assertThat(refused.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(get(enterprise, "/api/policy/my/declarations/" + draft.id()).get("status"))
                .isEqualTo("SUBMITTED");
    }

    private static byte[] png() {
        var picture = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(picture, "png", bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
