package cn.zhengqi.matching.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceRulesTest {

    private static final FactDictionary FACTS = FactDictionary.standard();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, EligibilityRule> RULES = ReferenceRules.all().stream()
            .collect(Collectors.toMap(EligibilityRule::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    static Stream<JsonNode> rows() {
        return Stream.of("policies", "loan_products").flatMap(TestRows::of);
    }

    @Test
    void there_is_one_rule_for_each_of_the_49_policies_and_20_products() {
        assertThat(ReferenceRules.policies()).hasSize(49);
        assertThat(ReferenceRules.products()).hasSize(20);
        assertThat(RULES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rows().map(row -> row.path("id").asString()).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_collected_criterion_is_in_the_rule_with_its_figure_its_words_and_its_certainty(JsonNode row) {
        EligibilityRule rule = RULES.get(row.path("id").asString());
        List<Criterion> nodes = nodes(rule.criteria()).toList();

        for (JsonNode raw : row.path("criteria")) {
            assertThat(nodes)
                    .as("%s: %s", rule.id(), raw)
                    .anySatisfy(node -> assertThat(represents(node, raw)).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void title_number_dates_and_certainty_are_those_of_the_row(JsonNode row) {
        EligibilityRule rule = RULES.get(row.path("id").asString());

        assertThat(rule.title()).isEqualTo(row.path("title").asString());
        if (rule instanceof PolicyRule policy) {
            assertThat(policy.docNumber()).isEqualTo(row.path("docNumber").asString());
            assertThat(policy.confidence()).isEqualTo(row.path("confidence").asString());
            assertThat(policy.source()).isEqualTo(row.path("source").asString());
            assertThat(policy.verified())
                    .isEqualTo(policy.confidence().equals("high")
                            && policy.source().contains("://"));
            String validTo = row.path("validTo").asString("");
            if (!validTo.isEmpty()) {
                assertThat(policy.validity().to()).isEqualTo(validTo.substring(0, 10));
                assertThat(policy.validity().toCertain()).isEqualTo(validTo.length() == 10);
            }
            if (row.hasNonNull("effectiveFrom")) {
                assertThat(policy.validity().from())
                        .isEqualTo(row.path("effectiveFrom").asString());
            }
            assertThat(policy.validity().supersededBy())
                    .isEqualTo(row.path("supersededBy").asString(null));
        }
    }

    @Test
    void every_fact_of_every_rule_is_in_the_dictionary() {
        assertThat(RULES.values())
                .allSatisfy(rule -> nodes(rule.criteria()).forEach(node -> {
                    if (node instanceof Comparison comparison) {
                        FACTS.get(comparison.fact());
                    }
                    if (node instanceof Banded banded) {
                        FACTS.get(banded.by());
                    }
                }));
    }

    @Test
    void every_rule_survives_the_way_through_json() {
        assertThat(RULES.values())
                .allSatisfy(rule -> assertThat(JSON.readValue(JSON.writeValueAsString(rule), EligibilityRule.class))
                        .isEqualTo(rule));
    }

    @Test
    void income_tax_reliefs_are_for_those_who_pay_enterprise_income_tax() {
        for (String id : "N11 N12 N13 N18 N19 N21 N22 N23 N25 N27 N28".split(" ")) {
            assertThat(RULES.get(id).criteria())
                    .as(id)
                    .isInstanceOfSatisfying(
                            AllOf.class,
                            all -> assertThat(all.criteria())
                                    .anySatisfy(part -> assertThat(part)
                                            .isInstanceOfSatisfying(Comparison.class, comparison -> {
                                                assertThat(comparison.fact()).isEqualTo("entityType");
                                                assertThat(comparison.value()).isEqualTo(new Value.Text("企业"));
                                            })));
        }
    }

    @Test
    void the_editions_of_2022_end_the_day_before_that_of_2026_begins() {
        for (String id : List.of("N03", "N04", "N05")) {
            assertThat(RULES.get(id).statusOn(LocalDate.of(2026, 3, 31))).isEqualTo(Validity.Status.IN_FORCE);
            assertThat(RULES.get(id).statusOn(LocalDate.of(2026, 4, 1))).isEqualTo(Validity.Status.SUPERSEDED);
        }
        assertThat(RULES.get("N06").statusOn(LocalDate.of(2026, 3, 31))).isEqualTo(Validity.Status.UPCOMING);
        assertThat(RULES.get("N06").statusOn(LocalDate.of(2026, 4, 1))).isEqualTo(Validity.Status.IN_FORCE);
        assertThat(RULES.get("N06").criteria()).isInstanceOf(Unverified.class);
    }

    @Test
    void scoring_tables_add_up_to_their_published_maximum() {
        assertThat(scores("N02"))
                .singleElement()
                .satisfies(score -> assertThat(score.maximum()).isEqualByComparingTo("100"));
        assertThat(scores("N03"))
                .singleElement()
                .satisfies(score -> assertThat(score.maximum()).isEqualByComparingTo("100"));
    }

    private static List<Score> scores(String id) {
        return nodes(RULES.get(id).criteria())
                .filter(Score.class::isInstance)
                .map(Score.class::cast)
                .toList();
    }

    private static boolean represents(Criterion node, JsonNode raw) {
        if (node.clause() == null
                || !node.clause().text().equals(raw.path("text").asString())
                || node.clause().certain() != raw.path("sure").asBoolean()) {
            return false;
        }
        String field = raw.path("field").asString();
        return switch (node) {
            case Comparison comparison -> sameComparison(comparison, raw);
            case Score score ->
                field.endsWith("Score")
                        && score.strict() == raw.path("op").asString().equals(">")
                        && score.pass().compareTo(raw.path("value").decimalValue()) == 0;
            case Unverified ignored -> field.equals("__numeric__");
            case AllOf ignored -> field.equals("__ref__") || field.equals("smallLowProfit");
            case AnyOf ignored -> false;
            case AtLeast ignored -> false;
            case Banded ignored -> false;
        };
    }

    private static boolean sameComparison(Comparison comparison, JsonNode raw) {
        if (!FACTS.get(comparison.fact())
                .name()
                .equals(FACTS.get(raw.path("field").asString()).name())) {
            return false;
        }
        Operator op = Operator.of(raw.path("op").asString());
        Value value = Value.of(JSON.treeToValue(raw.path("value"), Object.class));
        if (op == Operator.CONTAINS && comparison.value() instanceof Value.Texts any) {
            return comparison.op() == Operator.CONTAINS_ANY
                    && any.texts().contains(raw.path("value").asString());
        }
        return comparison.op() == op
                && comparison.value().equals(value)
                && Objects.equals(comparison.unit(), raw.path("unit").asString(null));
    }

    private static Stream<Criterion> nodes(Criterion criterion) {
        Stream<Criterion> below = switch (criterion) {
            case AllOf all -> all.criteria().stream();
            case AnyOf any -> any.criteria().stream();
            case AtLeast some -> some.criteria().stream();
            case Banded banded -> banded.bands().stream().map(Band::then);
            case Score score ->
                score.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .flatMap(item -> item.tiers().stream())
                        .map(Score.Tier::when);
            case Comparison ignored -> Stream.empty();
            case Unverified ignored -> Stream.empty();
        };
        return Stream.concat(Stream.of(criterion), below.flatMap(ReferenceRulesTest::nodes));
    }

    /** Rows of the collected files. */
    static final class TestRows {

        private TestRows() {}

        static Stream<JsonNode> of(String file) {
            return ReferenceFiles.lines(file + ".jsonl").stream().map(JSON::readTree);
        }

        static Map<String, JsonNode> byId() {
            return Stream.of("policies", "loan_products")
                    .flatMap(TestRows::of)
                    .collect(Collectors.toMap(row -> row.path("id").asString(), row -> row));
        }
    }
}
