package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** A policy is kept by the institution that began it and by those above it; the whole library is read by all who manage it. */
@ServiceTest
class PolicyOwnersTest {

    private static final String DRAFTS = "/api/policy/manage/drafts";
    private static final String[] BOTH = {"policy.manage", "policy.review"};

    private final UUID department = Ids.next();
    private final CurrentUser author = of(department, Set.of());
    private final CurrentUser colleague = of(department, Set.of());
    private final CurrentUser stranger = of(Ids.next(), Set.of());
    private final CurrentUser above = of(Ids.next(), Set.of(department));
    private final CurrentUser operator = TestUsers.operator(BOTH);

    @Autowired
    private ServiceClient client;

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private JdbcClient jdbc;

    private DraftDetail draft;

    /** Whose roles reach the own institution and those below. */
    private static CurrentUser of(UUID institution, Set<UUID> below) {
        return TestUsers.ofDepartment(institution, BOTH)
                .reaching(
                        Map.of(ScopedResource.DECLARATION, Reach.INSTITUTION),
                        Territory.of(institution, below, Set.of()));
    }

    @BeforeEach
    void a_department_begins_a_policy() {
        String code = "W" + Ids.next().toString().substring(28).toUpperCase();
        draft = drafts.detail(drafts.startPolicy(code, author), author);
    }

    /** Other tests count the library. */
    @AfterEach
    void the_policy_goes() {
        for (String table : List.of("policy_draft", "policy_edition")) {
            jdbc.sql("delete from " + table + " where policy_id = ?")
                    .param(draft.policyId())
                    .update();
        }
        jdbc.sql("delete from policy where id = ?").param(draft.policyId()).update();
    }

    @Test
    void everybody_who_manages_the_library_reads_it_and_is_told_whose_it_is() {
        assertThat(read(author).keptByMe()).isTrue();
        assertThat(read(author).owner()).isEqualTo(author.institutionName());
        assertThat(read(stranger).keptByMe()).isFalse();
        assertThat(read(stranger).owner()).isEqualTo(author.institutionName());
        assertThat(rows(stranger, DRAFTS + "?q=" + draft.code()))
                .singleElement()
                .satisfies(row -> assertThat(row.path("owner").asString()).isEqualTo(author.institutionName()));
    }

    @Test
    void another_institution_does_nothing_with_its_drafts() {
        Map<String, Object> seen = Map.of("version", draft.version());
        for (Supplier<RestTestClient.ResponseSpec> step : List.<Supplier<RestTestClient.ResponseSpec>>of(
                () -> write(stranger),
                () -> attach(stranger),
                () -> ask(stranger, HttpMethod.DELETE, draftAt("/attachments/" + Ids.next() + "?version=0"), null),
                () -> ask(stranger, HttpMethod.POST, draftAt("/submit"), seen),
                () -> ask(stranger, HttpMethod.POST, draftAt("/publish"), seen),
                () -> ask(
                        stranger,
                        HttpMethod.POST,
                        draftAt("/return"),
                        Map.of("version", draft.version(), "reason", "请补充原文内容")),
                () -> ask(stranger, HttpMethod.DELETE, draftAt("?version=" + draft.version()), null))) {
            refused(step.get());
        }
        assertThat(read(author).version()).isEqualTo(draft.version());
    }

    @Test
    void another_institution_neither_takes_it_down_nor_puts_it_back_nor_revises_it() {
        published();
        String policy = "/api/policy/manage/policies/" + draft.policyId();
        Map<String, Object> reason = Map.of("version", 0, "reason", "文件文号有误");
        refused(ask(stranger, HttpMethod.POST, policy + "/withdraw", reason));
        refused(ask(stranger, HttpMethod.POST, DRAFTS + "/of/" + draft.policyId(), null));
        String list = "/api/policy/manage/policies?q=" + draft.code();
        assertThat(rows(stranger, list)).singleElement().satisfies(row -> {
            assertThat(row.path("owner").asString()).isEqualTo(author.institutionName());
            assertThat(row.path("keptByMe").asBoolean()).isFalse();
        });
        assertThat(rows(above, list).getFirst().path("keptByMe").asBoolean()).isTrue();
        assertThat(rows(operator, list).getFirst().path("keptByMe").asBoolean()).isTrue();

        ask(above, HttpMethod.POST, policy + "/withdraw", reason).expectStatus().isNoContent();
        refused(ask(stranger, HttpMethod.POST, policy + "/publish", Map.of("version", 1)));
        ask(operator, HttpMethod.POST, policy + "/publish", Map.of("version", 1))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void only_those_who_could_review_a_draft_find_it_among_what_waits_for_them() {
        write(author).expectStatus().isOk();
        ask(
                        author,
                        HttpMethod.POST,
                        draftAt("/submit"),
                        Map.of("version", read(author).version()))
                .expectStatus()
                .isNoContent();

        String waiting = DRAFTS + "?waiting=true&q=" + draft.code();
        assertThat(rows(colleague, waiting)).hasSize(1);
        assertThat(rows(above, waiting)).hasSize(1);
        assertThat(rows(operator, waiting)).hasSize(1);
        assertThat(rows(stranger, waiting)).isEmpty();
        refused(ask(
                stranger,
                HttpMethod.POST,
                draftAt("/publish"),
                Map.of("version", read(author).version())));
    }

    @Test
    void what_came_with_the_platform_belongs_to_nobody_and_is_kept_by_whoever_manages_the_library() {
        assertThat(rows(stranger, "/api/policy/manage/policies?q=N06")).anySatisfy(row -> {
            assertThat(row.path("keptByMe").asBoolean()).isTrue();
            assertThat(row.has("owner")).isFalse();
        });
    }

    private void published() {
        write(author).expectStatus().isOk();
        ask(
                        author,
                        HttpMethod.POST,
                        draftAt("/submit"),
                        Map.of("version", read(author).version()))
                .expectStatus()
                .isNoContent();
        ask(
                        colleague,
                        HttpMethod.POST,
                        draftAt("/publish"),
                        Map.of("version", read(author).version()))
                .expectStatus()
                .isNoContent();
    }

    private RestTestClient.ResponseSpec write(CurrentUser user) {
        return ask(
                user,
                HttpMethod.PUT,
                draftAt(""),
                Map.of(
                        "version",
                        draft.version(),
                        "content",
                        EditionsWithFilesTest.contentOf(draft),
                        "cases",
                        List.of()));
    }

    private RestTestClient.ResponseSpec attach(CurrentUser user) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(TestPdf.ofOnePage()) {
            @Override
            public String getFilename() {
                return "指南.pdf";
            }
        });
        return client.as(user)
                .post()
                .uri(draftAt("/attachments?version=" + draft.version()))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private static void refused(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("POLICY_OF_ANOTHER");
    }

    private String draftAt(String more) {
        return DRAFTS + "/" + draft.id() + more;
    }

    private RestTestClient.ResponseSpec ask(CurrentUser user, HttpMethod method, String uri, @Nullable Object body) {
        RestTestClient.RequestBodySpec request = client.as(user).method(method).uri(uri);
        return (body == null ? request : request.body(body)).exchange();
    }

    private DraftDetail read(CurrentUser user) {
        return Objects.requireNonNull(ask(user, HttpMethod.GET, draftAt(""), null)
                .expectStatus()
                .isOk()
                .expectBody(DraftDetail.class)
                .returnResult()
                .getResponseBody());
    }

    private List<JsonNode> rows(CurrentUser user, String list) {
        return Objects.requireNonNull(ask(user, HttpMethod.GET, list, null)
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items")
                .valueStream()
                .toList();
    }
}
