package cn.zhengqi.matching.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.tag.EnterpriseSize;
import cn.zhengqi.matching.api.tag.InternalTags;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** 标签库 from entry to enterprise and policy, as far as somebody reaches. */
class TagsTest extends MatchingTest {

    private static final AtomicInteger TOWNS = new AtomicInteger(10);
    private static final String[] ALL = {
        "match.tag.read",
        "match.tag.manage",
        "match.tag.assign",
        "match.fact.read",
        "user.enterprise.read",
        "policy.manage"
    };

    /** Of this test alone, among those of others in this database. */
    private final String own = Ids.next().toString().substring(28);

    private final String town = "5001138" + TOWNS.incrementAndGet();
    private final CurrentUser keeper = TestUsers.ofDepartment(Ids.next(), ALL);
    private final CurrentUser officerOfTown = TestUsers.ofTown(Ids.next(), town, ALL);
    private final UUID here = Ids.next();
    private final UUID elsewhere = Ids.next();

    @BeforeEach
    void two_enterprises_in_two_towns() {
        registered(here, town);
        registered(elsewhere, "500113004");
    }

    @Test
    void a_tag_is_set_by_hand_within_reach_and_its_enterprise_sees_who_and_why() {
        UUID tag = created("ENTERPRISE", "BASIC", "园区" + own, null);

        JsonNode refused =
                answer(officerOfTown, HttpMethod.POST, "/tags/" + tag + "/holders", codes(here, elsewhere), 422);
        assertThat(refused.path("code").asString()).isEqualTo("TAGGING_FAULTY");
        assertThat(refused.path("errors").get(0).path("field").asString()).isEqualTo("rows[2]");
        assertThat(holders(keeper, tag, "")).as("nothing half done").isEmpty();

        answer(officerOfTown, HttpMethod.POST, "/tags/" + tag + "/holders", codes(here), 200);
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/holders", codes(here, elsewhere), 200);

        assertThat(holders(keeper, tag, "")).containsExactlyInAnyOrder(here, elsewhere);
        assertThat(holders(officerOfTown, tag, "")).containsExactly(here);
        JsonNode seen = only(ownTags(here), "园区" + own);
        assertThat(seen.path("setBy").asString()).as("who set it first stays").isEqualTo("测试镇街");
        assertThat(seen.path("note").asString()).isEqualTo("实地走访");
        assertThat(seen.path("derived").asBoolean()).isFalse();
        answer(officerOfTown, HttpMethod.GET, "/enterprises/" + elsewhere + "/tags", null, 404);

        answer(officerOfTown, HttpMethod.POST, "/tags/" + tag + "/holders/removals", codes(elsewhere), 422);
        answer(officerOfTown, HttpMethod.POST, "/tags/" + tag + "/holders/removals", codes(here), 200);
        assertThat(holders(keeper, tag, "")).containsExactly(elsewhere);
        assertThat(actions(here)).containsExactly("TAG_SET", "TAG_TAKEN");
    }

    @Test
    void a_derived_tag_follows_the_facts_and_says_why() {
        UUID tag = created("ENTERPRISE", "ADVANCED", "研发型" + own, two());

        assertThat(only(ownTags(here), "研发型" + own).path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(only(ownTags(here), "研发型" + own).path("reasons").toString()).contains("待补充");
        report(here, Map.of("employees", 30, "rdStaff", 9));

        JsonNode derived = only(ownTags(here), "研发型" + own);
        assertThat(derived.path("state").asString()).isEqualTo("HAS");
        assertThat(derived.path("reasons").toString()).contains("研发人员数").contains("现为 9");
        assertThat(holders(officerOfTown, tag, "")).containsExactly(here);
        assertThat(holders(officerOfTown, tag, "?state=UNKNOWN")).isEmpty();
        CurrentUser withoutFigures = TestUsers.ofTown(Ids.next(), town, "match.tag.read");
        assertThat(only(
                                answer(withoutFigures, HttpMethod.GET, "/enterprises/" + here + "/tags", null, 200),
                                "研发型" + own)
                        .path("reasons")
                        .toString())
                .contains("研发人员数")
                .doesNotContain("现为");

        report(here, Map.of("rdStaff", 1));
        assertThat(names(ownTags(here))).doesNotContain("研发型" + own);
        assertThat(holders(officerOfTown, tag, "")).isEmpty();
    }

    @Test
    void who_wants_no_recommendations_has_no_derived_tags_for_others() {
        UUID tag = created("ENTERPRISE", "ADVANCED", "研发型" + own, two());
        report(here, Map.of("employees", 30, "rdStaff", 9));
        client.as(enterprise(here))
                .put()
                .uri("/api/match/my/recommendations")
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(names(answer(keeper, HttpMethod.GET, "/enterprises/" + here + "/tags", null, 200)))
                .doesNotContain("研发型" + own);
        assertThat(holders(officerOfTown, tag, "")).isEmpty();
        assertThat(names(ownTags(here))).contains("研发型" + own);
    }

    @Test
    void a_file_is_taken_as_a_whole_or_refused_with_each_line_that_is_wrong() {
        String name = "重点" + own;
        UUID tag = created("ENTERPRISE", "BASIC", name, null);
        created("ENTERPRISE", "ADVANCED", "研发型" + own, two());
        String head = "标签名称,统一社会信用代码或政策编号,理由\n";

        JsonNode refused = brought(
                officerOfTown,
                head + name + "," + Published.uscc(here) + ",走访\n" + name + "," + Published.uscc(elsewhere) + ",\n没有"
                        + own + "," + Published.uscc(here) + ",\n研发型" + own + "," + Published.uscc(here) + ",\n" + name
                        + "," + Published.uscc(here) + ",\n",
                422);

        assertThat(refused.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()
                                + error.path("code").asString()))
                .containsExactly(
                        "rows[3]SUBJECT_UNKNOWN", "rows[4]TAG_UNKNOWN", "rows[5]TAG_DERIVED", "rows[6]DOUBLED");
        assertThat(holders(keeper, tag, "")).as("nothing half done").isEmpty();
        assertThat(brought(officerOfTown, head + name + "," + Published.uscc(here) + ",走访\n", 200)
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        ExportedFile file = ExportedFile.of(client.as(keeper), "/api/match/tags/" + tag + "/holders/export");
        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("标签名称", name).containsEntry("统一社会信用代码", Published.uscc(here));
            assertThat(row).containsEntry("理由", "走访").containsEntry("设置机构", "测试镇街");
        });
    }

    @Test
    void of_a_line_that_lacks_a_name_or_a_code_it_is_said_which() {
        String name = "园区" + own;
        created("ENTERPRISE", "BASIC", name, null);
        JsonNode refused = brought(
                officerOfTown,
                "标签名称,统一社会信用代码,理由\n," + Published.uscc(here) + ",a\n" + name + ",,a\n" + name + ",,b\n",
                422);

        assertThat(refused.path("errors")
                        .valueStream()
                        .map(error -> error.path("message").asString()))
                .containsExactly("第 2 行：没有填写标签名称", "第 3 行：没有填写统一社会信用代码", "第 4 行：没有填写统一社会信用代码");
    }

    @Test
    void a_file_may_head_its_columns_in_either_way_and_the_template_is_read_as_it_is_given() throws IOException {
        String name = "重点" + own;
        created("ENTERPRISE", "BASIC", name, null);
        for (String head : List.of("标签名称,统一社会信用代码", "标签,统一社会信用代码或政策编号")) {
            assertThat(brought(officerOfTown, head + "\n" + name + "," + Published.uscc(here) + "\n", 200)
                            .path("present")
                            .asInt())
                    .isEqualTo(head.startsWith("标签名称") ? 0 : 1);
        }
        assertThat(brought(officerOfTown, "标签名称,政策编号\n" + name + ",N01\n", 400)
                        .path("detail")
                        .asString())
                .contains("“标签名称”和“统一社会信用代码”");
        byte[] template = Objects.requireNonNull(client.as(officerOfTown)
                .get()
                .uri("/api/match/tags/imports/template?subject=POLICY")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("科技");
            row.createCell(1).setCellValue(" n01");
            ByteArrayOutputStream filled = new ByteArrayOutputStream();
            book.write(filled);
            assertThat(Wish.read(TagSubject.POLICY, filled.toByteArray()))
                    .containsExactly(new Wish(2, "科技", "N01", null));
        }
    }

    @Test
    void a_policy_carries_its_tags_and_each_change_of_them_is_told() {
        UUID policy = Ids.next();
        String code = "T" + own;
        tell(Published.policy(policy, code, false), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from library_entry where subject_id = ?")
                        .param(policy)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
        UUID tag = created("POLICY", "BASIC", "科技" + own, null);
        Map<String, Object> codes = Map.of("codes", List.of(code));

        answer(
                TestUsers.ofDepartment(Ids.next(), "match.tag.assign"),
                HttpMethod.POST,
                "/tags/" + tag + "/holders",
                codes,
                403);
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/holders", codes, 200);
        JsonNode row = answer(keeper, HttpMethod.GET, "/tags/" + tag + "/holders", null, 200)
                .path("items")
                .get(0);
        assertThat(row.path("name").asString()).isEqualTo("测试政策");
        answer(keeper, HttpMethod.PUT, "/tags/" + tag, Map.of("version", 0, "content", content("创新" + own, null)), 200);
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/retire", Map.of("version", 1), 200);
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/restore", Map.of("version", 2), 200);
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/holders/removals", codes, 200);

        assertThat(jdbc.sql(
                                "select data ->> 'tags' from outbox where type = 'matching.PolicyTagged' and subject = ? order by version")
                        .param(policy)
                        .query(String.class)
                        .list())
                .containsExactly("[\"科技" + own + "\"]", "[\"创新" + own + "\"]", "[]", "[\"创新" + own + "\"]", "[]");
    }

    @Test
    void a_tag_that_was_used_is_retired_and_not_deleted() {
        UUID tag = created("ENTERPRISE", "BASIC", "园区" + own, null);
        UUID derived = created("ENTERPRISE", "ADVANCED", "研发型" + own, two());
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/holders", codes(here), 200);
        report(here, Map.of("employees", 30, "rdStaff", 9));

        for (UUID used : List.of(tag, derived)) {
            assertThat(answer(keeper, HttpMethod.DELETE, "/tags/" + used + "?version=0", null, 409)
                            .path("code")
                            .asString())
                    .isEqualTo("TAG_IN_USE");
        }
        answer(keeper, HttpMethod.POST, "/tags/" + tag + "/retire", Map.of("version", 0), 200);
        assertThat(answer(keeper, HttpMethod.POST, "/tags/" + tag + "/holders", codes(elsewhere), 409)
                        .path("code")
                        .asString())
                .isEqualTo("TAG_RETIRED");
        assertThat(names(ownTags(here))).doesNotContain("园区" + own);
        assertThat(answer(keeper, HttpMethod.POST, "/tags/" + tag + "/retire", Map.of("version", 0), 409)
                        .path("code")
                        .asString())
                .isEqualTo("VERSION_CONFLICT");
        UUID unused = created("ENTERPRISE", "BASIC", "错写" + own, null);
        answer(keeper, HttpMethod.DELETE, "/tags/" + unused + "?version=0", null, 204);
        answer(keeper, HttpMethod.GET, "/tags/" + unused, null, 404);
    }

    @Test
    void of_some_enterprises_it_is_told_to_who_writes_to_them_which_have_a_tag_or_are_of_a_size() {
        UUID set = created("ENTERPRISE", "BASIC", "园区" + own, null);
        UUID derived = created("ENTERPRISE", "ADVANCED", "研发型" + own, two());
        UUID ofPolicies = created("POLICY", "BASIC", "科技" + own, null);
        answer(keeper, HttpMethod.POST, "/tags/" + set + "/holders", codes(elsewhere), 200);
        report(here, Map.of("employees", 30, "rdStaff", 9, "revenue", List.of(900, 800, 700)));
        Set<UUID> both = Set.of(here, elsewhere);

        assertThat(found(Set.of(set, derived), Set.of(), both)).containsExactlyInAnyOrder(here, elsewhere);
        assertThat(found(Set.of(set), Set.of(), both)).containsExactly(elsewhere);
        assertThat(found(Set.of(derived), Set.of(), Set.of(elsewhere)))
                .as("nobody who was not asked about")
                .isEmpty();
        assertThat(found(Set.of(derived), Set.of(), Set.of())).isEmpty();
        assertThat(found(Set.of(Ids.next()), Set.of(), both)).isEmpty();
        assertThat(found(Set.of(), Set.of(EnterpriseSize.SMALL), both)).containsExactly(here);
        assertThat(found(Set.of(set), Set.of(EnterpriseSize.SMALL), both)).isEmpty();
        assertThat(found(Set.of(set, derived), Set.of(EnterpriseSize.SMALL), both))
                .containsExactly(here);
        assertThat(found(Set.of(), Set.of(EnterpriseSize.LARGE), both)).isEmpty();

        answer(keeper, HttpMethod.POST, "/tags/" + set + "/retire", Map.of("version", 0), 200);
        assertThat(found(Set.of(set), Set.of(), both))
                .as("who chose it before still means those")
                .containsExactly(elsewhere);
        assertThat(asked("message-service", "/named", Set.of(set, derived, ofPolicies), 200)
                        .valueStream()
                        .map(tag -> tag.path("name").asString()
                                + tag.path("retired").asBoolean()))
                .containsExactlyInAnyOrder("园区" + own + "true", "研发型" + own + "false");
        asked("finance-service", "/named", Set.of(set), 403);
        asked(
                "message-service",
                "/named",
                Stream.generate(Ids::next).limit(InternalTags.MOST_TAGS + 1).toList(),
                400);
    }

    @Test
    void who_wants_no_recommendations_is_found_by_what_was_set_by_hand_alone() {
        UUID set = created("ENTERPRISE", "BASIC", "园区" + own, null);
        UUID derived = created("ENTERPRISE", "ADVANCED", "研发型" + own, two());
        answer(keeper, HttpMethod.POST, "/tags/" + set + "/holders", codes(here), 200);
        report(here, Map.of("employees", 30, "rdStaff", 9, "revenue", List.of(900, 800, 700)));
        client.as(enterprise(here))
                .put()
                .uri("/api/match/my/recommendations")
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(found(Set.of(derived), Set.of(), Set.of(here))).isEmpty();
        assertThat(found(Set.of(), Set.of(EnterpriseSize.SMALL), Set.of(here))).isEmpty();
        assertThat(found(Set.of(set), Set.of(), Set.of(here))).containsExactly(here);
    }

    private List<UUID> found(Set<UUID> tags, Set<EnterpriseSize> sizes, Set<UUID> enterprises) {
        return asked("message-service", "/holders", new InternalTags.Question(tags, sizes, enterprises), 200)
                .valueStream()
                .map(id -> UUID.fromString(id.asString()))
                .toList();
    }

    private JsonNode asked(String service, String path, Object question, int status) {
        JsonNode answer = client.asService(service)
                .post()
                .uri("/internal/tags" + path)
                .body(question)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return answer == null ? Json.MAPPER.nullNode() : answer;
    }

    @Test
    void the_library_is_narrowed_sorted_and_taken_out_and_names_are_there_once() {
        created("ENTERPRISE", "BASIC", "甲" + own, null);
        created("ENTERPRISE", "ADVANCED", "乙" + own, two());
        created("POLICY", "BASIC", "甲" + own, null);

        answer(keeper, HttpMethod.POST, "/tags", entry("POLICY", "BASIC", "甲" + own, null), 409);
        assertThat(rows("q=" + own + "&sort=name,desc")).hasSize(3);
        assertThat(rows("q=" + own + "&subject=POLICY")).hasSize(1);
        assertThat(rows("q=" + own + "&derived=true")).containsExactly("乙" + own);
        assertThat(rows("q=" + own + "&retired=true")).isEmpty();
        assertThat(ExportedFile.of(client.as(keeper), "/api/match/tags/export?q=" + own)
                        .rows())
                .hasSize(3);
        answer(
                TestUsers.ofDepartment(Ids.next(), "match.tag.read"),
                HttpMethod.POST,
                "/tags",
                entry("ENTERPRISE", "BASIC", "丙" + own, null),
                403);
    }

    @Test
    void the_tags_to_begin_with_are_such_as_somebody_could_enter() {
        List<Tag> begun = jdbc.sql("select " + Tag.COLUMNS + " from tag t where t.category <> '测试'")
                .query(Tag::of)
                .list();

        assertThat(begun)
                .hasSizeGreaterThan(20)
                .allSatisfy(tag -> new TagContent(tag.name(), tag.category(), tag.description(), tag.criteria())
                        .require(tag.subject(), tag.kind()));
        assertThat(begun).filteredOn(Tag::derived).extracting(Tag::name).contains("制造业", "初创小微企业");
    }

    @Test
    void the_dictionary_says_who_uses_a_fact_also_by_way_of_what_is_computed_from_it() {
        UUID tag = created("ENTERPRISE", "BASIC", "研发占比" + own, Comparison.of("rdStaffRatio", Operator.AT_LEAST, 10));

        JsonNode used = answer(keeper, HttpMethod.GET, "/facts/rdStaff", null, 200);
        assertThat(used.path("derived")
                        .valueStream()
                        .map(fact -> fact.path("code").asString()))
                .contains("rdStaffRatio");
        assertThat(used.path("tags").valueStream().map(one -> one.path("code").asString()))
                .contains(tag.toString());
        JsonNode entry = used.path("fact");
        assertThat(entry.path("unit").asString()).isEqualTo("人");
        assertThat(entry.path("period").asString()).isEqualTo("上年末");
        assertThat(entry.path("visibility").asString()).isEqualTo("AUTHORITIES");
        JsonNode listed = answer(keeper, HttpMethod.GET, "/facts?source=TAX&sort=label,desc&size=5", null, 200);
        assertThat(listed.path("total").asInt()).isGreaterThan(5);
        assertThat(listed.path("items")
                        .valueStream()
                        .map(fact -> fact.path("visibility").asString()))
                .hasSize(5)
                .containsOnly("OWNER");
        assertThat(ExportedFile.of(client.as(keeper), "/api/match/facts/export?q=rdStaff")
                        .rows())
                .anySatisfy(
                        row -> assertThat(row).containsEntry("指标名称", "研发人员占比").containsKey("计算公式"));
        answer(keeper, HttpMethod.GET, "/facts/noSuchFact", null, 404);
    }

    private static Criterion two() {
        return AllOf.of(
                Comparison.of("employees", Operator.AT_LEAST, 10), Comparison.of("rdStaff", Operator.AT_LEAST, 5));
    }

    private UUID created(String subject, String kind, String name, @Nullable Criterion criteria) {
        return UUID.fromString(answer(keeper, HttpMethod.POST, "/tags", entry(subject, kind, name, criteria), 201)
                .path("id")
                .asString());
    }

    private static Map<String, Object> entry(String subject, String kind, String name, @Nullable Criterion criteria) {
        return Map.of("subject", subject, "kind", kind, "content", content(name, criteria));
    }

    private static Map<String, Object> content(String name, @Nullable Criterion criteria) {
        Map<String, Object> content = new HashMap<>(Map.of("name", name, "category", "测试"));
        if (criteria != null) {
            content.put(
                    "criteria",
                    Json.MAPPER.readValue(
                            Json.MAPPER.writerFor(Criterion.class).writeValueAsString(criteria),
                            new TypeReference<Map<String, Object>>() {}));
        }
        return content;
    }

    private static Map<String, Object> codes(UUID... enterprises) {
        return Map.of(
                "codes", List.of(enterprises).stream().map(Published::uscc).toList(), "note", "实地走访");
    }

    private List<UUID> holders(CurrentUser who, UUID tag, String query) {
        return answer(who, HttpMethod.GET, "/tags/" + tag + "/holders" + query, null, 200)
                .path("items")
                .valueStream()
                .map(row -> UUID.fromString(row.path("subjectId").asString()))
                .toList();
    }

    private List<String> rows(String query) {
        return answer(keeper, HttpMethod.GET, "/tags?" + query, null, 200)
                .path("items")
                .valueStream()
                .map(row -> row.path("name").asString())
                .toList();
    }

    private JsonNode ownTags(UUID enterprise) {
        return answer(enterprise(enterprise), HttpMethod.GET, "/my/tags", null, 200);
    }

    private static List<String> names(JsonNode tags) {
        return tags.valueStream().map(tag -> tag.path("name").asString()).toList();
    }

    private static JsonNode only(JsonNode tags, String name) {
        return tags.valueStream()
                .filter(tag -> tag.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> actions(UUID subject) {
        return jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?
                        order by occurred_at, id""").param(subject.toString()).query(String.class).list();
    }

    private JsonNode brought(CurrentUser who, String table, int status) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "tags.csv";
            }
        });
        return client.as(who)
                .post()
                .uri("/api/match/tags/imports?subject=ENTERPRISE")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode answer(CurrentUser who, HttpMethod method, String uri, @Nullable Object body, int status) {
        var request = client.as(who).method(method).uri("/api/match" + uri);
        JsonNode answer = (body == null ? request : request.body(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return answer == null ? Json.MAPPER.nullNode() : answer;
    }

    private static CurrentUser enterprise(UUID id) {
        return administratorOf(id);
    }

    private void report(UUID enterprise, Map<String, Object> facts) {
        client.as(enterprise(enterprise))
                .put()
                .uri("/api/match/my/profile/facts")
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
