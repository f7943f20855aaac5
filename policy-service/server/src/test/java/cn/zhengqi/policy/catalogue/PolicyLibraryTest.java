package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.PolicyTagged;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.policy.catalogue.PolicyPage.Facet;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a visitor without sign-in finds in the library of the reference data. */
@ServiceTest
class PolicyLibraryTest {

    @Autowired
    ServiceClient client;

    @Autowired
    PolicyMapper policies;

    @Test
    void every_policy_of_the_reference_data_is_there() {
        PolicyPage page = search("size=100");

        assertThat(page.total()).isEqualTo(49);
        assertThat(page.items()).hasSize(49).extracting(PolicySummary::code).contains("N01", "N45", "C01", "C04");
    }

    @Test
    void the_facets_count_the_whole_list_by_level_category_status_and_basic_tag() {
        PolicyPage.Facets facets = search("size=1").facets();

        assertThat(facets.levels()).containsExactly(new Facet("NATIONAL", "国家", 45), new Facet("MUNICIPAL", "市", 4));
        assertThat(facets.categories())
                .containsExactly(
                        new Facet("TAX", "税收政策", 22),
                        new Facet("FUNDING", "资金补助政策", 14),
                        new Facet("INDUSTRY", "产业发展政策", 8),
                        new Facet("INNOVATION", "创新政策", 5));
        assertThat(facets.tags()).contains(new Facet("专精特新", "专精特新", 5));
        assertThat(facets.statuses().stream().mapToLong(Facet::count).sum()).isEqualTo(49);
    }

    @Test
    void narrowing_by_one_facet_leaves_the_other_values_of_that_facet_to_choose() {
        PolicyPage page = search("level=MUNICIPAL");

        assertThat(page.items())
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.code()).startsWith("C"));
        assertThat(page.facets().levels()).extracting(Facet::value).contains("NATIONAL");
        assertThat(page.facets().categories().stream().mapToLong(Facet::count).sum())
                .isEqualTo(4);
    }

    @Test
    void level_category_tag_and_status_narrow_together() {
        PolicyPage page = search("level=NATIONAL&category=TAX&tag=增值税&status=EFFECTIVE");

        assertThat(page.items()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.tags()).contains("增值税");
            assertThat(it.status()).isEqualTo(PolicyStatus.EFFECTIVE);
        });
    }

    @Test
    void tags_of_the_library_narrow_the_list_and_stand_beside_the_words_of_the_document(@Autowired PolicyTags library) {
        PolicySummary policy = search("q=N01").items().getFirst();
        library.keep(new PolicyTagged(policy.id(), List.of("测试主题", policy.tags().getFirst()), Instant.now()), 2);
        library.keep(new PolicyTagged(policy.id(), List.of("旧闻"), Instant.now()), 1);
        try {
            PolicyPage page = search("tag=测试主题");

            assertThat(page.items()).singleElement().satisfies(it -> {
                assertThat(it.code()).isEqualTo(policy.code());
                assertThat(it.tags()).contains("测试主题").doesNotHaveDuplicates();
            });
            assertThat(page.facets().tags()).contains(new Facet("测试主题", "测试主题", 1));
            assertThat(client.anonymous()
                            .get()
                            .uri("/api/policy/policies/N01")
                            .exchange()
                            .expectBody(JsonNode.class)
                            .returnResult()
                            .getResponseBody()
                            .path("tagsBasic")
                            .toString())
                    .contains("测试主题");
        } finally {
            library.keep(new PolicyTagged(policy.id(), List.of(), Instant.now()), 3);
        }
        assertThat(search("tag=测试主题").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "财税〔2018〕76号, N19",
        "财税[2018]76号, N19",
        "财税（2018）76号, N19",
        "n01, N01",
        "高新技术企业认定管理办法, N01",
        "专精特新小巨人企业认定, N05",
    })
    void a_document_number_a_code_or_a_title_finds_its_policy_first(String typed, String code) {
        assertThat(search("q=" + typed).items())
                .first()
                .extracting(PolicySummary::code)
                .isEqualTo(code);
    }

    @Test
    void colloquial_words_find_what_is_officially_called_otherwise() {
        assertThat(codes("q=高企 认定")).contains("N01");
        assertThat(codes("q=裁人")).contains("N33");
    }

    @Test
    void words_that_only_the_conditions_say_find_their_policy() {
        assertThat(codes("q=查账征收")).containsExactly("N11");
        assertThat(codes("q=院士专家工作站")).containsExactly("N05");
    }

    @Test
    void a_question_that_stands_in_no_policy_finds_those_that_share_most_of_its_words() {
        assertThat(codes("q=研发费用加计扣除怎么申请")).contains("N11", "N12");
        assertThat(codes("q=我们招用残疾人有什么税收优惠吗")).contains("N26");
    }

    @Test
    void several_words_have_all_to_occur() {
        assertThat(codes("q=残疾人 增值税")).contains("N26").doesNotContain("N27");
    }

    @Test
    void wildcards_are_ordinary_characters() {
        assertThat(search("q=_").total()).isZero();
    }

    @Test
    void words_that_occur_nowhere_find_nothing() {
        PolicyPage page = search("q=量子纠缠");

        assertThat(page.total()).isZero();
        assertThat(page.items()).isEmpty();
    }

    @Test
    void the_newest_come_first_unless_another_order_is_asked_for() {
        assertThat(search("size=100").items())
                .extracting(PolicySummary::publishDate)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(search("size=100&sort=code,desc").items())
                .extracting(PolicySummary::code)
                .startsWith("N45")
                .endsWith("C01");
        assertThat(search("size=5&sort=validTo").items())
                .first()
                .extracting(PolicySummary::code)
                .isEqualTo("N33");
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        List<String> all = codes("size=49");
        List<String> paged = IntStream.rangeClosed(1, 5)
                .mapToObj(page -> codes("size=10&page=" + page))
                .flatMap(List::stream)
                .toList();

        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "size=201, size",
        "page=0, page",
        "page=abc, page",
        "level=PLANETARY, level",
        "status=ODD, status",
        "sort=secret, sort",
        "'sort=code,sideways', sort",
    })
    void an_impossible_question_is_refused_with_its_field(String query, String field) {
        client.anonymous()
                .get()
                .uri("/api/policy/policies?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void too_long_a_text_is_refused() {
        client.anonymous()
                .get()
                .uri("/api/policy/policies?q=" + "长".repeat(101))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("LENGTH");
    }

    @Test
    void a_policy_says_where_it_comes_from_and_what_is_not_certain() {
        PolicyDetail certain = detail("N01");
        PolicyDetail uncertain = detail("N06");

        assertThat(certain.policy().verified()).isTrue();
        assertThat(certain.sourceUrl()).startsWith("http");
        assertThat(certain.criteria()).anySatisfy(it -> {
            assertThat(it.label()).isEqualTo("研发人员占比");
            assertThat(it.text()).contains("不低于10%");
            assertThat(it.certain()).isTrue();
        });
        assertThat(certain.policy().criteriaVerified()).isTrue();
        assertThat(uncertain.policy().verified()).isFalse();
        assertThat(uncertain.policy().criteriaVerified()).isFalse();
        assertThat(uncertain.policy().confidence()).isEqualTo("high(存在与施行日)/none(数值)");
    }

    @Test
    void conditions_that_are_another_policys_are_told_one_by_one_as_they_are_matched() {
        PolicyDetail policy = detail("C01");

        assertThat(policy.criteria()).hasSize(2);
        assertThat(policy.carried()).singleElement().satisfies(carried -> {
            assertThat(policy.criteria()).extracting(CriterionView::text).contains(carried.clause());
            assertThat(carried.count()).isEqualTo(7);
            assertThat(carried.criteria())
                    .extracting(CriterionView::text)
                    .contains("上年度研发费用总额不低于100万元", "评价得分达到60分以上")
                    .doesNotContain("在重庆市注册");
            assertThat(carried.from()).isNotNull().extracting(PolicyRef::code).isEqualTo("N04");
        });
    }

    @Test
    void a_sentence_that_holds_several_conditions_is_told_with_them() {
        assertThat(detail("N14").carried()).singleElement().satisfies(carried -> {
            assertThat(carried.clause()).isEqualTo("小型微利企业");
            assertThat(carried.from()).isNull();
        });
        assertThat(detail("N01").carried()).isEmpty();
    }

    @Test
    void a_policy_says_with_which_others_it_cannot_be_had_together() {
        assertThat(detail("N11").exclusions()).singleElement().satisfies(other -> {
            assertThat(other.policy().code()).isEqualTo("N12");
            assertThat(other.clause()).startsWith("同一项研发费用只按一种比例加计扣除");
            assertThat(other.certain()).isFalse();
        });
        assertThat(detail("N01").exclusions()).isEmpty();
    }

    @Test
    void a_text_that_nobody_can_open_was_not_checked_however_sure_its_collector_was() {
        PolicySummary policy = detail("N11").policy();

        assertThat(policy.confidence()).isEqualTo("high");
        assertThat(policy.verified()).isFalse();
        assertThat(policy.criteriaVerified()).isTrue();
    }

    @Test
    void a_text_that_was_checked_in_part_was_not_checked() {
        assertThat(detail("C04").policy().verified()).isFalse();
    }

    @Test
    void what_operators_have_to_know_does_not_leave_for_the_public() {
        String shown = client.anonymous()
                .get()
                .uri("/api/policy/policies/N06")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(shown).contains("认定标准以工业和信息化部公布的原文为准").doesNotContain("运营人员", "haphap", "operatorNote");
        assertThat(detail("N06").policy().benefit()).isEmpty();
    }

    @Test
    void what_ends_next_comes_first_and_what_is_over_last() {
        LocalDate today = BusinessTime.today(Clock.systemUTC());
        List<@Nullable LocalDate> ends = search("size=100&sort=deadline").items().stream()
                .map(PolicySummary::validTo)
                .collect(Collectors.toCollection(ArrayList::new));
        List<LocalDate> ahead = ends.stream()
                .takeWhile(end -> end != null && !end.isBefore(today))
                .toList();

        assertThat(ahead).isNotEmpty().isSorted();
        assertThat(ends.subList(ahead.size(), ends.size()))
                .allSatisfy(
                        end -> assertThat(end == null || end.isBefore(today)).isTrue());
        assertThat(ends.getLast()).isBefore(today);
    }

    @Test
    void an_id_and_a_code_lead_to_the_same_policy() {
        PolicyDetail byCode = detail("N11");

        assertThat(detail(byCode.policy().id().toString())).isEqualTo(byCode);
        assertThat(byCode.editions())
                .singleElement()
                .satisfies(it -> assertThat(it.current()).isTrue());
    }

    @Test
    void a_replaced_policy_names_its_successor_and_the_successor_what_it_replaced() {
        PolicyDetail replaced = detail("N03");
        PolicyDetail successor = detail("N06");

        assertThat(replaced.supersededBy()).extracting(PolicyRef::code).isEqualTo("N06");
        assertThat(successor.supersedes()).extracting(PolicyRef::code).containsExactly("N03", "N04", "N05");
    }

    @ParameterizedTest
    @CsvSource({
        "N03, 2026-03-31, EFFECTIVE",
        "N03, 2026-04-01, SUPERSEDED",
        "N06, 2026-03-31, UPCOMING",
        "N06, 2026-04-01, EFFECTIVE",
        "N33, 2025-12-31, EFFECTIVE",
        "N33, 2026-01-01, EXPIRED",
        "N01, 2015-12-31, UPCOMING",
        "N02, 2099-01-01, EFFECTIVE",
    })
    void the_status_is_that_of_the_day(String code, LocalDate day, PolicyStatus status) {
        Optional<PolicySummary> policy = policies.policyByCode(code).flatMap(it -> policies.find(it.id(), day));

        assertThat(policy).get().extracting(PolicySummary::status).isEqualTo(status);
    }

    @Test
    void an_end_that_may_have_been_extended_says_so() {
        assertThat(detail("N33").policy().validityNote()).contains("2026 年是否延续待核实");
        assertThat(detail("N39").policy().validTo()).isEqualTo("2026-12-31");
        assertThat(detail("N39").policy().validityNote()).contains("暂定1年");
    }

    @Test
    void an_unknown_policy_is_not_found() {
        for (String unknown : List.of("N99", "not-an-id", "0199a000-0000-7000-8000-00000000ffff")) {
            client.anonymous()
                    .get()
                    .uri("/api/policy/policies/{id}", unknown)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("POLICY_NOT_FOUND");
        }
    }

    @Test
    void the_latest_are_those_that_can_still_be_used() {
        PolicySummary[] latest = client.anonymous()
                .get()
                .uri("/api/policy/policies/latest?limit=3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PolicySummary[].class)
                .returnResult()
                .getResponseBody();

        assertThat(latest)
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.publishDate()).startsWith("2026-01"));
        client.anonymous()
                .get()
                .uri("/api/policy/policies/latest?limit=0")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private List<String> codes(String query) {
        return search(query).items().stream().map(PolicySummary::code).toList();
    }

    private PolicyPage search(String query) {
        return client.anonymous()
                .get()
                .uri("/api/policy/policies?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PolicyPage.class)
                .returnResult()
                .getResponseBody();
    }

    private PolicyDetail detail(String idOrCode) {
        return client.anonymous()
                .get()
                .uri("/api/policy/policies/{id}", idOrCode)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PolicyDetail.class)
                .returnResult()
                .getResponseBody();
    }
}
