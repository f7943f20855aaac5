package cn.zhengqi.matching.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** An enterprise asks what would raise the loans that it could have. */
class CreditAdviceWebTest extends MatchingTest {

    private static final String PATH = "/api/match/my/credit-advice";

    private final UUID enterprise = Ids.next();
    private final CurrentUser owner = administratorOf(enterprise);

    @BeforeEach
    void the_library_is_published_and_the_enterprise_is_known() {
        theLibraryAnd(enterprise);
    }

    @Test
    void it_is_advised_by_its_own_profile_and_nothing_is_kept() {
        report(Map.of("totalBizLoan", 450));

        JsonNode advice = advice();

        assertThat(advice.path("disclaimer").asString()).isEqualTo("估算，不是授信承诺，以银行审批为准");
        assertThat(advice.path("nothingFilledIn").asBoolean()).isFalse();
        JsonNode product = product(advice.path("products"), "L05");
        assertThat(product.path("estimate").path("highWan").asInt()).isEqualTo(50);
        JsonNode step = product.path("steps").path(0);
        assertThat(step.path("kind").asString()).isEqualTo("REPAY");
        assertThat(step.path("clause").path("text").asString()).isEqualTo("企业及企业主信贷余额合计≤500万元");
        assertThat(step.path("facts").path(0).path("changedBy").asString()).isEqualTo("SELF");
        assertThat(step.path("after").path("highWan").asInt()).isEqualTo(300);
        assertThat(step.path("raisesWan").asInt()).isEqualTo(250);
        assertThat(product(advice.path("unpublished"), "L07").path("estimate").has("highWan"))
                .isFalse();
        assertThat(jdbc.sql("select count(*) from match_result where enterprise_id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_filled_in_counts_at_once() {
        assertThat(advice().path("nothingFilledIn").asBoolean()).isTrue();
        assertThat(kinds("L05")).containsExactly("FILL_BALANCE");
        report(Map.of("totalBizLoan", 450));
        assertThat(kinds("L05")).containsExactly("REPAY");
        report(Map.of("totalBizLoan", 0));
        assertThat(kinds("L05")).isEmpty();
    }

    @Test
    void with_recommendations_switched_off_it_has_the_general_order() {
        client.as(owner)
                .put()
                .uri("/api/match/my/recommendations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();

        JsonNode advice = advice();

        assertThat(advice.path("order").asString()).isEqualTo("GENERAL");
        assertThat(advice.path("products")
                        .valueStream()
                        .map(one -> one.path("code").asString()))
                .isSorted();
    }

    @Test
    void who_has_no_enterprise_is_told_so_and_who_may_not_is_turned_away() {
        client.as(TestUsers.withoutEnterprise("enterprise.own"))
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        client.as(TestUsers.ofEnterprise(enterprise))
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private List<String> kinds(String code) {
        return product(advice().path("products"), code)
                .path("steps")
                .valueStream()
                .map(step -> step.path("kind").asString())
                .toList();
    }

    private static JsonNode product(JsonNode products, String code) {
        return products.valueStream()
                .filter(product -> product.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode advice() {
        return client.as(owner)
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void report(Map<String, Object> facts) {
        client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
