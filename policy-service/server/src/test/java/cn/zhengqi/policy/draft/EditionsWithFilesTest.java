package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.ChangeRecorded;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.Attachment;
import cn.zhengqi.policy.catalogue.RelationKind;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What comes with an edition besides its text: files, what it has to do with other documents, and the record of how it was written. */
@ServiceTest
class EditionsWithFilesTest {

    private static final CurrentUser AUTHOR = TestUsers.ofDepartment(Ids.next(), "policy.manage");
    private static final CurrentUser SECOND = TestUsers.ofDepartment(Ids.next(), "policy.manage");
    private static final CurrentUser REVIEWER = TestUsers.ofDepartment(Ids.next(), "policy.review");
    private static final String DRAFTS = "/api/policy/manage/drafts";

    private final List<DraftDetail> begun = new ArrayList<>();

    @Autowired
    private ServiceClient client;

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private DraftRecords records;

    @Autowired
    private JdbcClient jdbc;

    /** Other tests count the library. */
    @AfterEach
    void the_policies_go() {
        for (String table : List.of("policy_relation", "policy_draft", "policy_edition")) {
            begun.forEach(one -> jdbc.sql("delete from " + table + " where policy_id = ?")
                    .param(one.policyId())
                    .update());
        }
        begun.forEach(one -> jdbc.sql("delete from policy where id = ?")
                .param(one.policyId())
                .update());
    }

    @Test
    void files_are_uploaded_reviewed_and_read_with_their_edition_and_carried_on_to_the_next() {
        DraftDetail draft = written(begin());
        draft = attached(draft, "申报指南.PDF", TestPdf.ofOnePage());
        draft = attached(draft, "..\\汇总表.xls", office("xl/workbook.xml"));
        draft = attached(draft, "通知.docx", office("word/document.xml"));
        assertThat(draft.attachments()).extracting(Attachment::name).containsExactly("申报指南.pdf", "汇总表.xlsx", "通知.docx");
        Attachment guide = draft.attachments().getFirst();
        assertThat(get(REVIEWER, guide.url())).as("who reviews opens them").isEqualTo(HttpStatus.OK);
        String shown = "/api/policy/policies/" + draft.code() + "/editions/1/attachments/" + guide.id();
        assertThat(get(null, shown)).as("nobody else before").isEqualTo(HttpStatus.NOT_FOUND);

        published(draft);

        policy(draft)
                .jsonPath("$.attachments[0].name")
                .isEqualTo("申报指南.pdf")
                .jsonPath("$.attachments[0].url")
                .isEqualTo(shown);
        byte[] bytes = client.anonymous()
                .get()
                .uri(shown)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(bytes).isEqualTo(TestPdf.ofOnePage());

        DraftDetail next = next(draft);
        assertThat(next.attachments()).extracting(Attachment::name).contains("申报指南.pdf");
        next = answer(
                HttpStatus.OK,
                client.as(AUTHOR)
                        .delete()
                        .uri(next.attachments().getFirst().url() + "?version=" + next.version())
                        .exchange());
        assertThat(next.attachments()).hasSize(2);
        assertThat(get(null, shown)).as("the edition in force keeps its own").isEqualTo(HttpStatus.OK);
        published(next);
        assertThat(get(null, shown)).as("an old link still opens it").isEqualTo(HttpStatus.OK);
        policy(next).jsonPath("$.attachments.length()").isEqualTo(2);
    }

    @Test
    void a_policy_is_found_by_a_sentence_that_only_its_attached_document_has() {
        String sentence = "申报材料请送测试大厦" + Ids.next().toString().substring(28) + "室";
        DraftDetail draft = written(begin());
        draft = attached(draft, "流程图.pdf", TestPdf.ofOnePage());
        draft = attached(draft, "通知.docx", docx("第九条 " + sentence + "，过期不候。"));
        assertThat(found(sentence)).as("before it is published").isEmpty();
        published(draft);

        assertThat(found(sentence)).containsExactly(draft.code());
        assertThat(found("第九条 " + sentence))
                .as("with a word of the same document beside it")
                .containsExactly(draft.code());
        assertThat(managed(sentence)).containsExactly(draft.code());
        policy(draft).jsonPath("$.text").isEqualTo("第九条 " + sentence + "，过期不候。");

        DraftDetail next = next(draft);
        next = answer(
                HttpStatus.OK,
                client.as(AUTHOR)
                        .delete()
                        .uri(next.attachments().getLast().url() + "?version=" + next.version())
                        .exchange());
        published(next);
        assertThat(found(sentence)).as("a correction is of the same document").containsExactly(draft.code());

        DraftDetail another = written(next(draft), List.of());
        Map<String, Object> changed = new HashMap<>(contentOf(another));
        changed.put("docNumber", "测发〔2026〕2号");
        published(write(AUTHOR, another, changed, false));
        assertThat(found(sentence)).as("another document says something else").isEmpty();
        policy(another).jsonPath("$.text").doesNotExist();
        client.anonymous()
                .get()
                .uri("/api/policy/policies/" + draft.code() + "/editions/1")
                .exchange()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("第九条 " + sentence + "，过期不候。");
    }

    @Test
    void the_text_that_it_was_drafted_from_goes_before_its_files() {
        DraftDetail draft = attached(written(begin()), "附件.docx", docx("这是附件里的一段文字。"));
        draft = answer(
                HttpStatus.OK,
                client.as(AUTHOR)
                        .put()
                        .uri(DRAFTS + "/" + draft.id())
                        .body(Map.of(
                                "version",
                                draft.version(),
                                "content",
                                contentOf(draft),
                                "cases",
                                List.of(),
                                "reading",
                                Map.of("text", " 第一条 粘贴的原文。\n第二条 咨询电话见附件。 ", "items", List.of())))
                        .exchange());
        published(draft);

        policy(draft).jsonPath("$.text").isEqualTo("第一条 粘贴的原文。\n第二条 咨询电话见附件。");

        published(next(draft));
        policy(draft).jsonPath("$.text").isEqualTo("第一条 粘贴的原文。\n第二条 咨询电话见附件。");

        DraftDetail next = next(draft);
        next = answer(
                HttpStatus.OK,
                client.as(AUTHOR)
                        .delete()
                        .uri(next.attachments().getLast().url() + "?version=" + next.version())
                        .exchange());
        published(attached(next, "通知.docx", docx("第一条 这是换上的另一份文件。")));
        policy(draft).jsonPath("$.text").isEqualTo("第一条 这是换上的另一份文件。");
    }

    private List<String> found(String words) {
        return codes("/api/policy/policies?q=" + words, client.anonymous());
    }

    private List<String> managed(String words) {
        return codes("/api/policy/manage/policies?q=" + words, client.as(AUTHOR));
    }

    private static List<String> codes(String list, RestTestClient as) {
        return Objects.requireNonNull(as.get()
                        .uri(list)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items")
                .valueStream()
                .map(row -> row.path("code").asString())
                .toList();
    }

    /** With one paragraph. */
    private static byte[] docx(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    @Test
    void what_is_not_what_it_says_is_refused_and_nothing_of_it_is_kept() throws IOException {
        DraftDetail draft = attached(begin(), "指南.pdf", TestPdf.ofOnePage());
        refused(draft, "指南.pdf", TestPdf.ofOnePage(), "ATTACHMENT_NAME_TAKEN");
        refused(
                draft,
                "脚本.pdf",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "ATTACHMENT_TYPE_NOT_ALLOWED");
        refused(
                draft,
                "宏.docx",
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                "ATTACHMENT_TYPE_NOT_ALLOWED");
        refused(draft, "压缩包.docx", zip("a.txt"), "ATTACHMENT_TYPE_NOT_ALLOWED");
        refused(draft, "炸弹.docx", bomb(), "FILE_UNPACKS_TOO_LARGE");
        refused(draft, "空.pdf", new byte[0], "VALIDATION_FAILED");
        assertThat(read(draft).attachments()).hasSize(1);
        assertThat(read(draft).version()).isEqualTo(draft.version());

        upload(SECOND, draft.id(), draft.version() - 1, "晚.pdf", TestPdf.ofOnePage())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void what_is_in_review_keeps_its_files_and_who_uploaded_one_does_not_publish_it() {
        DraftDetail draft = written(begin());
        CurrentUser both = TestUsers.ofDepartment(Ids.next(), "policy.manage", "policy.review");
        upload(both, draft.id(), draft.version(), "一.pdf", TestPdf.ofOnePage())
                .expectStatus()
                .isCreated();
        draft = read(draft);
        step(AUTHOR, draft, "submit").expectStatus().isNoContent();
        draft = read(draft);
        upload(AUTHOR, draft.id(), draft.version(), "二.pdf", TestPdf.ofOnePage())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        step(both, draft, "publish").expectBody().jsonPath("$.code").isEqualTo("PUBLISHED_BY_AUTHOR");
    }

    @Test
    void a_relation_is_read_from_both_policies_in_words() {
        DraftDetail law = published(written(begin()));
        DraftDetail rules = begin();
        rules = published(
                written(rules, List.of(relation(RelationKind.IMPLEMENTS, law), relation(RelationKind.BASED_ON, law))));

        policy(rules)
                .jsonPath("$.relations[0].words")
                .isEqualTo("依据")
                .jsonPath("$.relations[1].words")
                .isEqualTo("配套落实")
                .jsonPath("$.relations[1].policy.code")
                .isEqualTo(law.code());
        policy(law)
                .jsonPath("$.relations[1].words")
                .isEqualTo("由其配套落实")
                .jsonPath("$.relations[1].stated")
                .isEqualTo(false)
                .jsonPath("$.relations[1].policy.code")
                .isEqualTo(rules.code());
        assertThat(next(law).relatedByOthers()).as("in the console as well").hasSize(2);

        DraftDetail next = next(rules);
        assertThat(next.content().relations()).hasSize(2);
        assertThat(next.related())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(law.code()));
        published(written(next, List.of()));
        policy(law).jsonPath("$.relations.length()").isEqualTo(0);
        UUID itself = law.policyId();
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into policy_relation (policy_id, edition, kind, related_id) values (?, 1, 'AMENDS', ?)")
                        .params(itself, itself)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_relation_that_leads_nowhere_or_is_not_whole_is_refused_at_its_field() {
        DraftDetail draft = begin();
        draft = written(
                draft,
                List.of(
                        new DraftContent.RelatedPolicy(RelationKind.AMENDS, "NOWHERE"),
                        relation(RelationKind.AMENDS, draft)));
        step(AUTHOR, draft, "submit")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("relations[0].code")
                .jsonPath("$.errors[1].field")
                .isEqualTo("relations[1].code");
        draft = written(draft, List.of(new DraftContent.RelatedPolicy(null, "N01")));
        step(AUTHOR, draft, "submit").expectBody().jsonPath("$.errors[0].field").isEqualTo("relations[0].kind");
    }

    @Test
    void what_a_page_saves_by_itself_is_told_once_in_the_name_of_who_wrote_it() {
        DraftDetail draft = begin();
        for (String title : List.of("一", "二", "三")) {
            draft = saved(AUTHOR, draft, title, true);
        }
        assertThat(recorded(draft)).isEmpty();

        saved(SECOND, draft, "四", true);
        assertThat(recorded(draft)).singleElement().satisfies(it -> {
            assertThat(it.actor().name()).isEqualTo(AUTHOR.name());
            assertThat(it.actor().id()).isEqualTo(AUTHOR.accountId());
            assertThat(Json.MAPPER.writeValueAsString(it)).contains("三").doesNotContain("四");
        });

        records.recordWhatWasLeft();
        assertThat(recorded(draft)).as("somebody may be writing still").hasSize(1);
        jdbc.sql("update policy_draft set updated_at = updated_at - interval '31 minutes' where id = ?")
                .param(draft.id())
                .update();
        int version = read(draft).version();
        records.recordWhatWasLeft();
        records.recordWhatWasLeft();
        assertThat(recorded(draft)).hasSize(2);
        assertThat(recorded(draft).getLast().actor().id()).isEqualTo(SECOND.accountId());
        assertThat(read(draft).version()).as("a page that is open goes on").isEqualTo(version);

        saved(AUTHOR, read(draft), "五", false);
        assertThat(recorded(draft)).as("saved by its author").hasSize(3);
    }

    private List<ChangeRecorded> recorded(DraftDetail draft) {
        return jdbc
                .sql("select data from outbox where type like '%ChangeRecorded' and data::text like ? order by seq")
                .param("%" + draft.policyId() + "%")
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, ChangeRecorded.class))
                .filter(it -> it.action().equals("POLICY_DRAFT_WRITTEN"))
                .toList();
    }

    private DraftDetail begin() {
        String code = "F" + Ids.next().toString().substring(28).toUpperCase(java.util.Locale.ROOT);
        DraftDetail draft = drafts.detail(drafts.startPolicy(code, AUTHOR), AUTHOR);
        begun.add(draft);
        return draft;
    }

    private DraftDetail next(DraftDetail draft) {
        UUID id = UUID.fromString(Objects.requireNonNull(client.as(AUTHOR)
                        .post()
                        .uri(DRAFTS + "/of/" + draft.policyId())
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                        .returnResult()
                        .getResponseBody())
                .get("id"));
        return drafts.detail(id, AUTHOR);
    }

    private static DraftContent.RelatedPolicy relation(RelationKind kind, DraftDetail to) {
        return new DraftContent.RelatedPolicy(kind, to.code());
    }

    private DraftDetail written(DraftDetail draft) {
        return written(draft, List.of());
    }

    private DraftDetail written(DraftDetail draft, List<DraftContent.RelatedPolicy> relations) {
        Map<String, Object> content = new HashMap<>(said(draft));
        content.put("relations", relations);
        return write(AUTHOR, draft, content, false);
    }

    private static Map<String, Object> said(DraftDetail draft) {
        return Map.of(
                "title", "关于" + draft.code() + "的通知",
                "docNumber", "测发〔2026〕1号",
                "issuer", "测试委员会",
                "level", PolicyLevel.DISTRICT,
                "category", PolicyCategory.FUNDING,
                "department", "测试局",
                "publishDate", "2026-02-01",
                "interpretation", "只为测试。",
                "source", "测试");
    }

    /** Whole, without conditions. */
    static Map<String, Object> contentOf(DraftDetail draft) {
        @SuppressWarnings("unchecked")
        Map<String, Object> whole = new HashMap<>(Json.MAPPER.convertValue(DraftContent.empty(), Map.class));
        whole.putAll(said(draft));
        return whole;
    }

    private DraftDetail saved(CurrentUser author, DraftDetail draft, String title, boolean byItself) {
        return write(author, draft, Map.of("title", title), byItself);
    }

    private DraftDetail write(CurrentUser author, DraftDetail draft, Map<String, Object> content, boolean byItself) {
        @SuppressWarnings("unchecked")
        Map<String, Object> whole = new HashMap<>(Json.MAPPER.convertValue(DraftContent.empty(), Map.class));
        whole.putAll(content);
        return answer(
                HttpStatus.OK,
                client.as(author)
                        .put()
                        .uri(DRAFTS + "/" + draft.id())
                        .body(Map.of(
                                "version", draft.version(), "content", whole, "cases", List.of(), "byItself", byItself))
                        .exchange());
    }

    private DraftDetail published(DraftDetail draft) {
        step(AUTHOR, draft, "submit").expectStatus().isNoContent();
        step(REVIEWER, read(draft), "publish").expectStatus().isNoContent();
        return read(draft);
    }

    private RestTestClient.ResponseSpec step(CurrentUser user, DraftDetail draft, String step) {
        return client.as(user)
                .post()
                .uri(DRAFTS + "/" + draft.id() + "/" + step)
                .body(Map.of("version", draft.version()))
                .exchange();
    }

    private DraftDetail read(DraftDetail draft) {
        return drafts.detail(draft.id(), AUTHOR);
    }

    private RestTestClient.BodyContentSpec policy(DraftDetail draft) {
        return client.anonymous()
                .get()
                .uri("/api/policy/policies/" + draft.code())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private HttpStatus get(@Nullable CurrentUser user, String url) {
        return HttpStatus.valueOf((user == null ? client.anonymous() : client.as(user))
                .get()
                .uri(url)
                .exchange()
                .returnResult()
                .getStatus()
                .value());
    }

    private DraftDetail attached(DraftDetail draft, String name, byte[] bytes) {
        return answer(HttpStatus.CREATED, upload(AUTHOR, draft.id(), draft.version(), name, bytes));
    }

    private void refused(DraftDetail draft, String name, byte[] bytes, String code) {
        upload(AUTHOR, draft.id(), draft.version(), name, bytes)
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static DraftDetail answer(HttpStatus expected, RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(expected)
                .expectBody(DraftDetail.class)
                .returnResult()
                .getResponseBody());
    }

    private RestTestClient.ResponseSpec upload(CurrentUser as, UUID draft, int version, String name, byte[] bytes) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return client.as(as)
                .post()
                .uri(DRAFTS + "/" + draft + "/attachments?version=" + version)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private static byte[] office(String part) {
        try {
            return zip("[Content_Types].xml", part);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[40 * 1024 * 1024]);
        }
        return out.toByteArray();
    }
}
