package cn.zhengqi.finance.news;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestPhoto;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one person writes another publishes, and everybody reads. */
class ArticlesTest extends FinanceServiceTest {

    private static final String PUBLIC = "/api/finance/articles";
    private static final String DESK = "/api/finance/manage/articles";

    private static final String COVERS = "/api/finance/manage/covers";

    private final CurrentUser writer = both();
    private final CurrentUser reviewer = both();
    private final String word = "W" + Ids.next().toString().substring(24);

    private static CurrentUser both() {
        return TestUsers.ofDepartment(Ids.next(), FinancePermissions.EDIT_NEWS, FinancePermissions.REVIEW_NEWS);
    }

    @Test
    void nobody_of_the_public_reads_it_before_a_second_person_published_it() {
        Answer draft = written(article("FINANCING"));
        assertThat(found("")).isEmpty();
        Answer submitted = act(writer, draft, "submit");
        assertThat(submitted.get("own")).isEqualTo(true);

        assertThat(act(writer, submitted, "publish").code()).isEqualTo("OWN_ARTICLE");
        assertThat(read(draft.id()).status()).isEqualTo(404);
        Answer published = act(reviewer, submitted, "publish");

        assertThat(published.get("status")).isEqualTo("PUBLISHED");
        assertThat(read(draft.id()).get("body")).isEqualTo("## 要点\n- 一\n- 二");
        assertThat(found("&section=FINANCING")).containsExactly(draft.id().toString());
        assertThat(found("&section=INDUSTRY")).isEmpty();
    }

    @Test
    void who_changed_what_another_wrote_does_not_review_it_either() {
        Answer draft = written(article("INDUSTRY"));
        Answer changed = change(reviewer, draft, article("INDUSTRY"));
        Answer submitted = act(writer, changed, "submit");

        assertThat(act(reviewer, submitted, "publish").code()).isEqualTo("OWN_ARTICLE");
        assertThat(act(both(), submitted, "publish").status()).isEqualTo(200);
    }

    @Test
    void what_is_sent_back_says_why_and_comes_again() {
        Answer submitted = act(writer, written(article("FINANCING")), "submit");
        assertThat(post(reviewer, DESK + "/" + submitted.id() + "/return", Map.of("version", submitted.version()))
                        .status())
                .isEqualTo(400);

        Answer returned = post(
                reviewer,
                DESK + "/" + submitted.id() + "/return",
                Map.of("version", submitted.version(), "reason", "请注明来源"));

        assertThat(returned.body()).containsEntry("status", "RETURNED").containsEntry("returnReason", "请注明来源");
        Answer again = act(writer, change(writer, returned, article("FINANCING")), "submit");
        assertThat(act(reviewer, again, "publish").get("status")).isEqualTo("PUBLISHED");
    }

    @Test
    void what_is_published_is_taken_down_before_it_is_changed_and_comes_back_by_a_review() {
        Answer published = published(article("FINANCING"));
        assertThat(change(writer, published, article("FINANCING")).code()).isEqualTo("STATE_CONFLICT");

        Answer down = act(reviewer, published, "withdraw");

        assertThat(read(published.id()).status()).isEqualTo(404);
        Answer changed = change(writer, down, article("FINANCING"));
        assertThat(changed.get("status")).isEqualTo("DRAFT");
        assertThat(act(reviewer, changed, "publish").code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void what_waits_for_its_review_is_changed_only_after_it_was_taken_back() {
        Answer submitted = act(writer, written(article("FINANCING")), "submit");

        assertThat(change(writer, submitted, article("FINANCING")).code()).isEqualTo("STATE_CONFLICT");
        Answer back = act(writer, submitted, "take-back");

        assertThat(back.get("status")).isEqualTo("DRAFT");
        assertThat(act(reviewer, submitted, "publish").code()).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void two_who_publish_at_once_publish_once() throws Exception {
        Answer submitted = act(writer, written(article("FINANCING")), "submit");

        List<Answer> answers = atOnce(Collections.nCopies(4, () -> act(both(), submitted, "publish")));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
    }

    @Test
    void a_direct_line_says_whom_to_call_and_nothing_else_does() {
        Map<String, Object> line = article("DIRECT_LINE");
        assertThat(post(writer, DESK, line).body().toString()).contains("organisation", "phone", "hours");
        line.putAll(Map.of("organisation", "示例银行", "phone", "023-12345678", "hours", "工作日 9:00–17:00"));

        Answer published = published(line);

        assertThat(published.status()).isEqualTo(200);
        assertThat(found("&section=DIRECT_LINE")).hasSize(1);
        Map<String, Object> news = article("FINANCING");
        news.put("phone", "023-12345678");
        assertThat(post(writer, DESK, news).body().toString()).contains("phone");
        Map<String, Object> scheme = article("FINANCING");
        scheme.put("sourceUrl", "javascript:alert(1)");
        assertThat(post(writer, DESK, scheme).body().toString()).contains("sourceUrl");
    }

    @Test
    void what_is_pinned_comes_first_and_what_was_taken_down_is_not_pinned_any_more() {
        Answer older = published(article("FINANCING"));
        Answer newer = published(article("FINANCING"));
        assertThat(found("")).containsExactly(newer.id().toString(), older.id().toString());

        Answer pinned = act(reviewer, older, "pin");

        assertThat(found("")).containsExactly(older.id().toString(), newer.id().toString());
        assertThat(act(reviewer, pinned, "withdraw").get("pinned")).isEqualTo(false);
    }

    @Test
    void the_console_finds_sorts_and_takes_out_all_of_them() {
        Answer draft = written(article("FINANCING"));
        Answer published = published(article("INDUSTRY"));

        assertThat(items(get(writer, DESK + "?q=" + word + "&sort=changedAt,asc")))
                .extracting(it -> it.get("id"))
                .containsExactly(draft.id().toString(), published.id().toString());
        assertThat(get(writer, DESK + "?status=DRAFT&q=" + word).get("total")).isEqualTo(1);
        assertThat(ExportedFile.of(client.as(writer), DESK + "/export?q=" + word)
                        .rows()
                        .toString())
                .contains("融资资讯", "金融行业动态", "草稿");
    }

    @Test
    void a_cover_is_seen_by_everybody_as_long_as_its_article_is_published() {
        Answer picture = uploaded(writer, COVERS, "首页.jpg", aPicture());
        assertThat(picture.status()).as(picture.body().toString()).isEqualTo(201);
        Map<String, Object> content = article("FINANCING");
        content.put("cover", Map.of("id", picture.id()));
        assertThat(post(writer, DESK, content).body().toString())
                .as("who does not see it is told what is to be seen")
                .contains("cover.words");
        content.put("cover", Map.of("id", picture.id(), "words", "银企对接会现场"));
        Answer submitted = act(writer, written(content), "submit");
        assertThat(cover(picture.id()).status()).isEqualTo(404);
        client.as(reviewer)
                .get()
                .uri(COVERS + "/" + picture.id())
                .exchange()
                .expectStatus()
                .isOk();

        Answer published = act(reviewer, submitted, "publish");

        assertThat(cover(picture.id()).status()).isEqualTo(200);
        assertThat(items(answerOf(client.anonymous()
                                .get()
                                .uri(PUBLIC + "?q=" + word)
                                .exchange()))
                        .getFirst())
                .containsEntry("cover", Map.of("id", picture.id().toString(), "words", "银企对接会现场"));
        Answer down = act(reviewer, published, "withdraw");
        assertThat(cover(picture.id()).status()).isEqualTo(404);
        Answer without = change(writer, down, article("FINANCING"));
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body().toString()).doesNotContain(picture.id().toString());
    }

    @Test
    void a_cover_is_a_picture_that_there_is() {
        assertThat(uploaded(writer, COVERS, "封面.png", TestPdf.ofOnePage()).code())
                .isEqualTo("FILE_TYPE_NOT_ALLOWED");
        Map<String, Object> content = article("FINANCING");
        content.put("cover", Map.of("id", Ids.next(), "words", "没有的图片"));
        Answer refused = post(writer, DESK, content);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("cover.id");
        CurrentUser bystander = TestUsers.ofDepartment(Ids.next(), FinancePermissions.COORDINATE);
        assertThat(uploaded(bystander, COVERS, "封面.png", aPicture()).status()).isEqualTo(403);
    }

    @Test
    void a_cover_that_nothing_shows_is_taken_back_at_once_by_who_handed_it_in() {
        UUID wrong = uploaded(writer, COVERS, "错图.jpg", TestPhoto.ofAPhone()).id();
        assertThat(TestPhoto.tellsOfItsPhone(Objects.requireNonNull(client.as(writer)
                        .get()
                        .uri(COVERS + "/" + wrong)
                        .exchange()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())))
                .isFalse();
        CurrentUser colleague = TestUsers.ofDepartment(Ids.next(), FinancePermissions.EDIT_NEWS);
        assertThat(delete(colleague, COVERS + "/" + wrong)).isEqualTo(404);

        assertThat(delete(writer, COVERS + "/" + wrong)).isEqualTo(204);

        assertThat(delete(writer, COVERS + "/" + wrong)).isEqualTo(404);
        UUID shown = uploaded(writer, COVERS, "封面.jpg", aPicture()).id();
        Map<String, Object> content = article("FINANCING");
        content.put("cover", Map.of("id", shown, "words", "银企对接会现场"));
        assertThat(written(content).status()).isEqualTo(201);
        assertThat(delete(writer, COVERS + "/" + shown)).as("of an article").isEqualTo(404);
    }

    private Answer cover(UUID id) {
        int status = client.anonymous()
                .get()
                .uri("/api/finance/covers/" + id)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
        return new Answer(status, Map.of());
    }

    private Map<String, Object> article(String section) {
        return new HashMap<>(Map.of(
                "section",
                section,
                "title",
                "示例标题 " + word,
                "summary",
                "示例摘要",
                "body",
                "## 要点\n- 一\n- 二",
                "source",
                "示例金融办"));
    }

    private Answer written(Map<String, Object> content) {
        Answer draft = post(writer, DESK, content);
        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        return draft;
    }

    private Answer published(Map<String, Object> content) {
        return act(reviewer, act(writer, written(content), "submit"), "publish");
    }

    private Answer change(CurrentUser who, Answer seen, Map<String, Object> content) {
        return answerOf(client.as(who)
                .put()
                .uri(DESK + "/" + seen.id())
                .body(Map.of("version", seen.version(), "content", content))
                .exchange());
    }

    private Answer act(CurrentUser who, Answer seen, String action) {
        return post(who, DESK + "/" + seen.id() + "/" + action, Map.of("version", seen.version()));
    }

    private Answer read(UUID id) {
        return answerOf(client.anonymous().get().uri(PUBLIC + "/" + id).exchange());
    }

    private List<Object> found(String more) {
        return items(answerOf(client.anonymous()
                        .get()
                        .uri(PUBLIC + "?q=" + word + more)
                        .exchange()))
                .stream()
                .map(it -> it.get("id"))
                .toList();
    }
}
