package cn.zhengqi.matching.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.ScoreSheet;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published scoring tables: that nothing is invented in them, and laws of their points on random enterprises. The seeds are fixed. */
class ScoringTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final FactDictionary FACTS = FactDictionary.standard();

    /** Of these more never is worse; of debts less never is. */
    private static final List<String> BETTER_UP = List.of(
            "class1IpHighValue",
            "class1IpSelfDeveloped",
            "class1Ip",
            "class2Ip",
            "mainRevenueRatio",
            "nicheYears",
            "qualityItems",
            "zjtxFeatureScore",
            "rdStaff",
            "totalAssets");

    private static final List<String> BETTER_DOWN = List.of("liabilities");

    /** All that the two tables look at. */
    private static final List<String> ASKED = Stream.concat(
                    Stream.concat(BETTER_UP.stream(), BETTER_DOWN.stream()),
                    Stream.of(
                            "employees",
                            "revenue",
                            "rdExpense",
                            "mainGrowth",
                            "netProfit",
                            "strategicEmergingIndustry",
                            "mainProductField",
                            "digitalLevel",
                            "rdInstitutionLevel"))
            .toList();

    @Test
    void every_line_of_the_collected_table_is_in_it_with_its_points_and_none_besides() {
        for (ScoringTables.Table table : ScoringTables.all()) {
            JsonNode collected = ReferenceFiles.lines("policies.jsonl").stream()
                    .map(line -> JsonMapper.builder().build().readTree(line))
                    .filter(policy -> policy.path("id").asString().equals(table.policy()))
                    .findFirst()
                    .orElseThrow()
                    .path("scoring");
            List<String> expected = new ArrayList<>();
            collected.properties().forEach(group -> {
                if (group.getValue().isObject()) {
                    group.getValue()
                            .properties()
                            .forEach(item -> expected.add(bare(item.getKey()) + points(item.getKey())));
                } else {
                    expected.add(bare(group.getKey()) + points(group.getKey()));
                }
            });
            List<String> lines = ((Score) table.score())
                    .groups().stream()
                            .flatMap(group -> group.items().stream())
                            .map(item -> item.name() + "(" + most(item) + ")")
                            .toList();

            assertThat(lines.stream().map(line -> line.replace("特色化指标", "特色化"))).containsExactlyElementsOf(expected);
            assertThat(((Score) table.score()).maximum()).isEqualByComparingTo("100");
            assertThat(((Score) table.score())
                            .groups().stream()
                                    .flatMap(group -> group.items().stream())
                                    .allMatch(item -> !Objects.requireNonNull(item.clause())
                                            .certain()))
                    .as("the collected table is not checked against the original")
                    .isTrue();
        }
    }

    private static String bare(String key) {
        return key.substring(0, key.indexOf('('));
    }

    private static String points(String key) {
        return key.substring(key.indexOf('('));
    }

    private static String most(Score.Item item) {
        return item.tiers().stream()
                .map(Score.Tier::points)
                .reduce(item.otherwise(), BigDecimal::max)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void the_figure_is_replaced_by_its_table_wherever_the_rule_asks_for_it() {
        assertThat(ScoringTables.spelledOut(rule("N04")).criteria().toString())
                .contains("Score[")
                .doesNotContain("fact=zjtxScore");
        assertThat(ScoringTables.spelledOut(rule("N05"))).isEqualTo(rule("N05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N03", "N04"})
    void a_better_value_never_lowers_the_points(String code) {
        RuleBook book = book(code);
        Random random = new Random(20261127);
        for (int round = 0; round < 3_000; round++) {
            Map<String, Object> facts = profile(random, 0.8);
            Map<String, Object> better = new HashMap<>(facts);
            String changed = improve(better, random);
            ScoreSheet before = sheet(book, facts);
            ScoreSheet after = sheet(book, better);

            assertThat(after.low()).as("%s of %s: %s", changed, facts, better).isGreaterThanOrEqualTo(before.low());
            assertThat(after.high()).as("%s of %s: %s", changed, facts, better).isGreaterThanOrEqualTo(before.high());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"N03", "N04"})
    void the_interval_of_what_is_open_holds_whatever_is_filled_in(String code) {
        RuleBook book = book(code);
        Random random = new Random(20261128);
        for (int round = 0; round < 3_000; round++) {
            Map<String, Object> whole = profile(random, 1);
            Map<String, Object> part = new HashMap<>(whole);
            part.keySet().removeIf(name -> random.nextDouble() < 0.5);
            ScoreSheet open = sheet(book, part);
            ScoreSheet filled = sheet(book, whole);

            assertThat(filled.low()).as("%s within %s", whole, part).isBetween(open.low(), open.high());
            assertThat(filled.high()).as("%s within %s", whole, part).isBetween(open.low(), open.high());
            for (int g = 0; g < open.groups().size(); g++) {
                for (int i = 0; i < open.groups().get(g).items().size(); i++) {
                    ScoreSheet.ScoreItem wide = open.groups().get(g).items().get(i);
                    ScoreSheet.ScoreItem narrow = filled.groups().get(g).items().get(i);
                    assertThat(narrow.low()).as(wide.name()).isBetween(wide.low(), wide.high());
                    assertThat(narrow.high()).as(wide.name()).isBetween(wide.low(), wide.high());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"N03", "N04"})
    void points_add_up_and_what_lacks_is_what_lacks(String code) {
        RuleBook book = book(code);
        Random random = new Random(20261129);
        for (int round = 0; round < 1_000; round++) {
            ScoreSheet sheet = sheet(book, profile(random, 0.7));

            assertThat(sheet.groups().stream().map(ScoreSheet.ScoreGroup::low).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sheet.low());
            assertThat(sheet.groups().stream()
                            .map(ScoreSheet.ScoreGroup::high)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sheet.high());
            assertThat(sheet.lackingMost())
                    .isEqualByComparingTo(sheet.pass().subtract(sheet.low()).max(BigDecimal.ZERO));
            assertThat(sheet.lackingLeast())
                    .isEqualByComparingTo(sheet.pass().subtract(sheet.high()).max(BigDecimal.ZERO));
        }
    }

    @Test
    void the_next_best_step_gives_most_points_for_the_smallest_change_and_is_told_in_its_unit() {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "revenue", List.of(1_000, 900),
                "rdExpense", List.of(29, 25),
                "mainGrowth", List.of(3, 3),
                "class1Ip", 0,
                "class2Ip", 0,
                "totalAssets", 1_000,
                "liabilities", 500,
                "mainRevenueRatio", 80,
                "strategicEmergingIndustry", false));
        facts.put("class1IpSelfDeveloped", 0);
        facts.put("class1IpHighValue", 0);
        ScoreSheet sheet = sheet(book("N03"), facts);

        // 2.9 % of 3 % is the smallest change there is, in a group below its minimum.
        assertThat(sheet.next()).isNotNull();
        assertThat(sheet.next().item()).isEqualTo("创新能力 · 研发费用占营业收入");
        assertThat(sheet.next().points()).isEqualByComparingTo("5");
        assertThat(sheet.next().words()).contains("2.9%").contains("还差约 1 万元").contains("0.1 个百分点");
        assertThat(sheet.next().change().unit()).isEqualTo("%");
    }

    @Test
    void a_group_below_its_minimum_comes_first_though_another_item_is_nearer() {
        ScoreSheet sheet = sheet(
                book("N03"),
                Map.of(
                        "revenue",
                        List.of(1_000, 900),
                        "rdExpense",
                        List.of(50, 40),
                        "class1IpHighValue",
                        1,
                        "class1Ip",
                        1,
                        "class1IpSelfDeveloped",
                        1,
                        "mainGrowth",
                        List.of(-40, 0),
                        "totalAssets",
                        1_000,
                        "liabilities",
                        800,
                        "mainRevenueRatio",
                        69.9,
                        "strategicEmergingIndustry",
                        false));

        assertThat(sheet.groups().get(1).high()).isEqualByComparingTo("0");
        assertThat(sheet.next()).isNotNull();
        assertThat(sheet.next().item()).startsWith("成长性");
    }

    @Test
    void what_the_table_leaves_open_stays_open_and_says_why() {
        ScoreSheet.ScoreItem product =
                sheet(book("N04"), Map.of("mainProductField", "其他")).groups().get(0).items().stream()
                        .filter(item -> item.name().equals("主导产品领域"))
                        .findFirst()
                        .orElseThrow();

        assertThat(product.low()).isEqualByComparingTo("0");
        assertThat(product.high()).isEqualByComparingTo("3");
        assertThat(product.missing()).isEmpty();
        assertThat(product.open()).contains("没有写明");
    }

    private static RuleBook book(String code) {
        return RuleBook.of(List.of(ScoringTables.spelledOut(rule(code))));
    }

    private static PolicyRule rule(String code) {
        return ReferenceRules.policies().stream()
                .filter(rule -> rule.id().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ScoreSheet sheet(RuleBook book, Map<String, ?> facts) {
        return Objects.requireNonNull(new Explainer(book.evaluate(FactVector.of(FACTS, facts, DAY))).scoreSheet(0));
    }

    /** @param known the share of facts that are there */
    private static Map<String, Object> profile(Random random, double known) {
        Map<String, Object> facts = new HashMap<>();
        for (String name : ASKED) {
            if (random.nextDouble() < known) {
                facts.put(name, anything(FACTS.get(name), random));
            }
        }
        return sound(facts);
    }

    /** No part is greater than its whole: such figures are refused, and the engine relies on it. */
    private static Map<String, Object> sound(Map<String, Object> facts) {
        for (String part : List.of("class1IpHighValue", "class1IpSelfDeveloped")) {
            if (facts.get(part) instanceof Integer some && facts.get("class1Ip") instanceof Integer all && some > all) {
                facts.put("class1Ip", some);
            }
        }
        return facts;
    }

    private static Object anything(FactDefinition fact, Random random) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER ->
                switch (fact.name()) {
                    case "totalAssets", "liabilities" -> 100 + random.nextInt(900);
                    case "mainRevenueRatio" -> 40 + random.nextInt(61);
                    case "employees" -> 40 + random.nextInt(60);
                    case "rdStaff" -> random.nextInt(20);
                    case "nicheYears", "zjtxFeatureScore" -> random.nextInt(14);
                    default -> random.nextInt(3);
                };
            case BOOLEAN -> random.nextBoolean();
            case CHOICE -> fact.choices().get(random.nextInt(fact.choices().size()));
            case YEARS ->
                switch (fact.name()) {
                    case "mainGrowth" -> Arrays.asList(random.nextInt(40) - 15, random.nextInt(40) - 15);
                    case "rdExpense" -> Arrays.asList(random.nextInt(700), random.nextInt(700));
                    case "netProfit" -> Arrays.asList(random.nextInt(1_500) - 300, random.nextInt(1_500) - 300);
                    default -> Arrays.asList(1_000 + random.nextInt(9_000), 1_000 + random.nextInt(9_000));
                };
            case DATE, TEXT, MULTI_CHOICE -> throw new IllegalStateException(fact.name());
        };
    }

    private static String improve(Map<String, Object> facts, Random random) {
        List<String> known = facts.keySet().stream()
                .filter(name -> BETTER_UP.contains(name)
                        || BETTER_DOWN.contains(name)
                        || List.of("rdExpense", "mainGrowth", "netProfit").contains(name))
                .sorted()
                .toList();
        if (known.isEmpty()) {
            return "nothing";
        }
        String name = known.get(random.nextInt(known.size()));
        int more = 1 + random.nextInt(50);
        Object value = facts.get(name);
        if (value instanceof List<?> years) {
            List<Object> raised = new ArrayList<>(years);
            int year = random.nextInt(years.size());
            raised.set(year, ((Number) years.get(year)).intValue() + more);
            facts.put(name, raised);
        } else {
            int old = ((Number) Objects.requireNonNull(value)).intValue();
            facts.put(name, BETTER_DOWN.contains(name) ? Math.max(0, old - more) : old + more);
        }
        sound(facts);
        return name;
    }
}
