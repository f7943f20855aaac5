package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.reading.Proposal;
import cn.zhengqi.policy.reading.Proposer;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** 从文本起草: what is proposed for a text, and what a person made of it stays with the draft. */
@ServiceTest
class DraftFromTextTest {

    private static final CurrentUser AUTHOR = TestUsers.ofDepartment(Ids.next(), "policy.manage");
    private static final CurrentUser REVIEWER = TestUsers.ofDepartment(Ids.next(), "policy.review");
    private static final String TEXT = "第一条 职工总数20人以上。第二条 应当建立管理制度。";

    @Autowired
    private ServiceClient client;

    @Autowired
    private PolicyDrafts drafts;

    private UUID id;

    @BeforeEach
    void a_draft_is_begun() {
        id = drafts.startPolicy("D" + Ids.next().toString().substring(28).toUpperCase(), AUTHOR);
    }

    @AfterEach
    void the_draft_goes() {
        drafts.delete(id, drafts.detail(id, AUTHOR).version(), AUTHOR);
    }

    @Test
    void what_a_person_made_of_each_proposal_is_there_when_they_come_back() {
        List<Proposal> proposals = proposals(TEXT);
        assertThat(proposals).hasSize(2);
        Map<String, Object> criterion =
                Objects.requireNonNull(proposals.getFirst().criterion());
        DraftReading reading = new DraftReading(
                "通知.docx",
                TEXT,
                List.of(
                        new DraftReading.Item(proposals.get(0), DraftReading.Decision.ACCEPTED, criterion),
                        new DraftReading.Item(proposals.get(1), null, null)));

        write(0, reading).expectStatus().isOk();
        assertThat(detail(AUTHOR).reading()).isEqualTo(reading);
        assertThat(detail(REVIEWER).reading())
                .as("who reviews sees what was dropped")
                .isEqualTo(reading);

        write(1, null).expectStatus().isOk();
        assertThat(detail(AUTHOR).reading()).as("saved without it, it stays").isEqualTo(reading);
    }

    @Test
    void proposals_that_are_not_in_the_text_are_refused() {
        DraftReading wrong = new DraftReading(
                null, "短", List.of(new DraftReading.Item(proposals(TEXT).getFirst(), null, null)));

        write(0, wrong)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reading")
                .jsonPath("$.errors[0].message")
                .isEqualTo("有建议对不上原文，请重新标出条件");
        assertThat(detail(AUTHOR).reading()).isNull();
    }

    @Test
    void more_proposals_than_a_person_goes_through_are_not_cut_off_unsaid() {
        Proposer.Proposed proposed = Objects.requireNonNull(ask(Map.of("text", "职工总数20人以上。\n".repeat(230)))
                .expectStatus()
                .isOk()
                .expectBody(Proposer.Proposed.class)
                .returnResult()
                .getResponseBody());

        assertThat(proposed.items()).hasSize(200);
        assertThat(proposed.found()).isEqualTo(230);
    }

    @Test
    void a_text_that_is_empty_or_too_long_is_refused_in_words() {
        ask(Map.of("text", "  "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("请粘贴或上传政策原文");
        ask(Map.of("text", "字".repeat(40_001)))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DOCUMENT_TOO_LONG");
    }

    @Test
    void a_scanned_document_is_told_so_and_who_only_reviews_may_not_bring_one() {
        upload(AUTHOR)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DOCUMENT_WITHOUT_TEXT");
        upload(REVIEWER).expectStatus().isForbidden();
    }

    private RestTestClient.ResponseSpec upload(CurrentUser as) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new ByteArrayResource(TestPdf.ofOnePage()) {
            @Override
            public String getFilename() {
                return "扫描.pdf";
            }
        });
        return client.as(as)
                .post()
                .uri("/api/policy/manage/document-texts")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private List<Proposal> proposals(String text) {
        return Objects.requireNonNull(ask(Map.of("text", text))
                        .expectStatus()
                        .isOk()
                        .expectBody(Proposer.Proposed.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private RestTestClient.ResponseSpec ask(Map<String, Object> body) {
        return client.as(AUTHOR)
                .post()
                .uri("/api/policy/manage/criteria/proposals")
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec write(int version, @Nullable DraftReading reading) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("content", DraftContent.empty());
        body.put("cases", List.of());
        body.put("reading", reading);
        return client.as(AUTHOR)
                .put()
                .uri("/api/policy/manage/drafts/" + id)
                .body(body)
                .exchange();
    }

    private DraftDetail detail(CurrentUser as) {
        return Objects.requireNonNull(client.as(as)
                .get()
                .uri("/api/policy/manage/drafts/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(DraftDetail.class)
                .returnResult()
                .getResponseBody());
    }
}
