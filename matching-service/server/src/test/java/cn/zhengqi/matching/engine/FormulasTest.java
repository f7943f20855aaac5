package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.api.facts.Formula;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormulasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FactDictionary STANDARD = FactDictionary.standard();
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);

    /** The same facts at the same places, without their formulas. */
    private static final FactDictionary BARE = new FactDictionary(
            STANDARD.facts().stream().map(FormulasTest::withoutFormula).toList());

    @Test
    void as_data_they_come_to_what_they_came_to_written_by_hand_for_all_profiles_and_demo_enterprises()
            throws IOException {
        List<Map<String, Object>> profiles = Stream.concat(examples(), demo()).toList();

        assertThat(profiles).hasSizeGreaterThan(300);
        profiles.forEach(FormulasTest::sameByHand);
    }

    @Test
    void as_data_they_come_to_what_they_came_to_written_by_hand_whatever_is_not_known() throws IOException {
        Random chance = new Random(27);
        List<Map<String, Object>> profiles = Stream.concat(examples(), demo()).toList();

        for (Map<String, Object> profile : profiles) {
            Map<String, Object> some = new HashMap<>(profile);
            some.keySet().removeIf(name -> chance.nextInt(3) == 0);
            some.replaceAll((name, value) -> value instanceof List<?> list && !list.isEmpty() && chance.nextBoolean()
                    ? gap(list, chance.nextInt(list.size()))
                    : value);
            sameByHand(some);
        }
    }

    @Test
    void the_inputs_of_what_ships_are_those_that_its_formulas_name() {
        assertThat(STANDARD.facts())
                .filteredOn(FactDefinition::derived)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(
                                Objects.requireNonNull(fact.calculation()).inputs())
                        .as(fact.name())
                        .isEqualTo(fact.inputs()));
    }

    @Test
    void what_rests_on_an_older_year_alone_is_reckoned_where_the_newest_is_open() {
        FactDefinition before = FactDefinition.derived(
                "profitBefore",
                List.of(),
                new FactDefinition.Description(
                        "上一年利润", "测试", FactDefinition.Closable.UP, null, "上一年", FactVisibility.AUTHORITIES),
                FactKind.NUMBER,
                "万元",
                null,
                new Formula.Figure("netProfit", 1));
        FactDictionary added = new FactDictionary(
                Stream.concat(STANDARD.facts().stream(), Stream.of(before)).toList());

        FactVector vector = FactVector.of(added, Map.of("netProfit", Arrays.asList(null, 5.0, 6.0)), AS_OF);

        assertThat(vector.number("profitBefore")).isEqualTo(5.0);
    }

    @Test
    void people_build_others_from_them() {
        FactVector vector = FactVector.of(
                STANDARD,
                Map.of(
                        "employees",
                        40,
                        "revenue",
                        List.of(1200, 1000, 800),
                        "mainRevenueRatio",
                        75,
                        "netProfit",
                        List.of(-20, 30, 60)),
                AS_OF);
        Formula newest = new Formula.Figure("revenue", 0);

        assertThat(vector.value(new Formula.Over(newest, new Formula.Figure("employees", null))))
                .isEqualTo(30);
        assertThat(vector.value(new Formula.Growth("revenue", 0))).isEqualTo(20);
        assertThat(vector.value(new Formula.Times(newest, new Formula.Figure("mainRevenueRatio", null))))
                .as("a percent counts as hundredths")
                .isEqualTo(900);
        assertThat(vector.value(new Formula.Times(newest, new Formula.Constant(new BigDecimal("2"), null))))
                .isEqualTo(2400);
        assertThat(vector.value(new Formula.Mean("netProfit", 3))).isCloseTo(23.333, within());
        assertThat(vector.value(new Formula.Growth("netProfit", 0)))
                .as("from a gain to a loss")
                .isCloseTo(-166.667, within());
        assertThat(vector.value(new Formula.Growth("totalProfit", 0))).isNaN();
        assertThat(vector.value(new Formula.Minus(newest, new Formula.Figure("revenue", 2))))
                .isEqualTo(400);
        assertThat(vector.value(new Formula.Greatest(List.of(newest, new Formula.Figure("revenue", 1)))))
                .isEqualTo(1200);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(0.001);
    }

    private static void sameByHand(Map<String, Object> profile) {
        FactVector byFormulas = FactVector.of(STANDARD, profile, AS_OF);
        FactVector byHand = FactVector.of(BARE, profile, AS_OF);
        new HandWrittenFacts(byHand, new HandWrittenFacts.Slots(BARE)).compute();

        for (int slot = 0; slot < STANDARD.facts().size(); slot++) {
            String name = STANDARD.facts().get(slot).name();
            assertThat(byFormulas.low[slot]).as(name).isEqualTo(byHand.low[slot]);
            assertThat(byFormulas.high[slot]).as(name).isEqualTo(byHand.high[slot]);
            assertThat(words(byFormulas.text[slot])).as(name).isEqualTo(words(byHand.text[slot]));
        }
    }

    private static String words(@Nullable Object text) {
        return text instanceof Object[] several ? Arrays.toString(several) : String.valueOf(text);
    }

    private static List<@Nullable Object> gap(List<?> figures, int year) {
        List<@Nullable Object> some = new ArrayList<>(figures);
        some.set(year, null);
        return some;
    }

    private static Stream<Map<String, Object>> examples() throws IOException {
        try (InputStream in = FormulasTest.class.getResourceAsStream("/reference/match_profiles.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(line -> values(JSON.readTree(line).path("profile"))).toList().stream();
        }
    }

    private static Stream<Map<String, Object>> demo() {
        return DemoFiles.enterprises().stream().map(DemoEnterprise::facts);
    }

    private static Map<String, Object> values(JsonNode facts) {
        Map<String, Object> values = new HashMap<>();
        facts.properties().forEach(fact -> {
            if (!fact.getValue().isNull()) {
                values.put(fact.getKey(), JSON.treeToValue(fact.getValue(), Object.class));
            }
        });
        return values;
    }

    private static FactDefinition withoutFormula(FactDefinition fact) {
        return new FactDefinition(
                fact.name(),
                fact.label(),
                fact.kind(),
                fact.unit(),
                fact.group(),
                fact.source(),
                fact.choices(),
                fact.min(),
                fact.max(),
                fact.years(),
                fact.newestCounts(),
                fact.aliases(),
                fact.inputs(),
                fact.formula(),
                fact.ratio(),
                fact.closable(),
                fact.defaultValue(),
                fact.hint(),
                fact.period(),
                fact.visibility(),
                null,
                null);
    }
}
