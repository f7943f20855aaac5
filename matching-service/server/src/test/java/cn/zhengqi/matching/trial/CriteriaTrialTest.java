package cn.zhengqi.matching.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CriteriaTrialTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final CriteriaTrial trial = new CriteriaTrial(FactDictionary.standard());
    private final CriteriaCheck check = new CriteriaCheck(FactDictionary.standard());

    /** Each wrong tree, the place that is wrong, and the code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"allOf","criteria":[]} | `` | criteria | GROUP_EMPTY
            {"type":"anyOf"} | `` | criteria | GROUP_EMPTY
            {"type":"maybe"} | `` | type | CONDITION_KIND
            {} | `` | type | CONDITION_KIND
            {"type":"allOf","criteria":[7]} | /criteria/0 | `` | CONDITION_REQUIRED
            {"type":"atLeast","count":3,"criteria":[{"type":"unverified","reason":"a"},{"type":"unverified","reason":"b"}]} | `` | count | COUNT_IMPOSSIBLE
            {"type":"atLeast","count":1,"criteria":[]} | `` | criteria | GROUP_EMPTY
            {"type":"atLeast","criteria":[{"type":"unverified","reason":"a"}]} | `` | count | COUNT_REQUIRED
            {"type":"atLeast","count":0,"criteria":[{"type":"unverified","reason":"a"}]} | `` | count | COUNT_REQUIRED
            {"type":"comparison","op":">=","value":1} | `` | fact | FACT_REQUIRED
            {"type":"comparison","fact":"profitOfTheMoon","op":">=","value":1} | `` | fact | FACT_UNKNOWN
            {"type":"comparison","fact":"revenue","op":">=","value":1} | `` | fact | FACT_BY_YEAR
            {"type":"comparison","fact":"employees","value":1} | `` | op | OPERATOR_REQUIRED
            {"type":"comparison","fact":"employees","op":"contains","value":"x"} | `` | op | OPERATOR_NOT_ALLOWED
            {"type":"comparison","fact":"rdInstitution","op":">=","value":1} | `` | op | OPERATOR_NOT_ALLOWED
            {"type":"comparison","fact":"established","op":"between","value":[1,2]} | `` | op | OPERATOR_NOT_ALLOWED
            {"type":"comparison","fact":"employees","op":">="} | `` | value | VALUE_REQUIRED
            {"type":"comparison","fact":"employees","op":">=","value":"many"} | `` | value | VALUE_KIND
            {"type":"comparison","fact":"employees","op":">=","value":-1} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"bachelorRatio","op":">=","value":101} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"bachelorRatio","op":">","value":100} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"employees","op":"<","value":0} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"rdStaffRatio","op":">=","value":300} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"revenueSum3y","op":"<=","value":-1} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"employees","op":"between","value":[1.2,1.8]} | `` | value | RANGE_EMPTY
            {"type":"comparison","fact":"employees","op":"==","value":1.5} | `` | value | RANGE_EMPTY
            {"type":"allOf","criteria":[{"type":"comparison","fact":"employees","op":">=","value":300},{"type":"comparison","fact":"employees","op":"<=","value":100}]} | /criteria/1 | value | RANGE_EMPTY
            {"type":"allOf","criteria":[{"type":"comparison","fact":"employees","op":">","value":99},{"type":"allOf","criteria":[{"type":"comparison","fact":"employees","op":"<","value":100}]}]} | /criteria/1/criteria/0 | value | RANGE_EMPTY
            {"type":"allOf","criteria":[{"type":"comparison","fact":"rdInstitution","op":"==","value":true},{"type":"comparison","fact":"rdInstitution","op":"==","value":false}]} | /criteria/1 | value | RANGE_EMPTY
            {"type":"anyOf","criteria":[{"type":"allOf","criteria":[{"type":"comparison","fact":"established","op":">=","value":"2026-01-01"},{"type":"comparison","fact":"established","op":"<","value":"2026-01-01"}]}]} | /criteria/0/criteria/1 | value | RANGE_EMPTY
            {"type":"comparison","fact":"employees","op":"between","value":[300,20]} | `` | value | RANGE_REVERSED
            {"type":"comparison","fact":"employees","op":"between","value":[300]} | `` | value | VALUE_KIND
            {"type":"comparison","fact":"employees","op":"between","value":[1,9000000]} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"employees","op":">=","value":1e999999999} | `` | value | VALUE_OUT_OF_RANGE
            {"type":"comparison","fact":"employees","op":"between","value":[1e999999999,2]} | `` | value | RANGE_REVERSED
            {"type":"score","pass":1,"groups":[{"name":"一","items":[{"name":"项","otherwise":0,"tiers":[{"points":1e-999999999,"when":{"type":"unverified","reason":"a"}}]},{"name":"另一项","otherwise":5,"tiers":[{"points":50,"when":{"type":"unverified","reason":"a"}}]}]}]} | /groups/0/items/0/tiers/0 | points | POINTS_REQUIRED
            {"type":"comparison","fact":"employees","op":">=","value":1,"unit":"万元"} | `` | unit | UNIT_MISMATCH
            {"type":"comparison","fact":"entityType","op":"==","value":"神仙"} | `` | value | CHOICE_UNKNOWN
            {"type":"comparison","fact":"quals","op":"containsAny","value":[]} | `` | value | VALUE_KIND
            {"type":"comparison","fact":"rdInstitution","op":"==","value":"是"} | `` | value | VALUE_KIND
            {"type":"comparison","fact":"established","op":">=","value":"2026-02-30"} | `` | value | VALUE_KIND
            {"type":"comparison","fact":"employees","op":">=","value":1,"clause":{"text":" ","certain":true}} | `` | clause | CLAUSE_REQUIRED
            {"type":"unverified"} | `` | reason | TEXT_REQUIRED
            {"type":"banded","by":"employees","bands":[]} | `` | bands | GROUP_EMPTY
            {"type":"banded","by":"employees","bands":[{"label":"小","from":9,"to":1,"then":{"type":"unverified","reason":"a"}}]} | /bands/0 | from | RANGE_REVERSED
            {"type":"banded","by":"employees","bands":[{"label":"小","to":9,"toIncluded":true,"then":{"type":"unverified","reason":"a"}},{"label":"大","from":9,"fromIncluded":true,"then":{"type":"unverified","reason":"a"}}]} | /bands/1 | from | BANDS_OVERLAP
            {"type":"banded","by":"employees","bands":[{"label":"大","from":20,"fromIncluded":true,"then":{"type":"unverified","reason":"a"}},{"label":"小","to":9,"toIncluded":true,"then":{"type":"unverified","reason":"a"}}]} | /bands/0 | from | BANDS_APART
            {"type":"banded","by":"revenueY1","bands":[{"label":"小","to":5000,"then":{"type":"unverified","reason":"a"}},{"label":"大","from":5000,"then":{"type":"unverified","reason":"a"}}]} | /bands/1 | from | BANDS_APART
            {"type":"banded","by":"employees","bands":[{"label":"小","from":1,"to":50,"then":{"type":"unverified","reason":"a"}},{"label":"大","from":40,"to":99,"then":{"type":"unverified","reason":"a"}}]} | /bands/1 | from | BANDS_OVERLAP
            {"type":"score","pass":1,"groups":[{"name":"一","items":[{"name":"项","otherwise":0,"tiers":[{"points":3,"when":{"type":"comparison","fact":"rdRatioY1","op":">=","value":3}},{"points":5,"when":{"type":"comparison","fact":"rdRatioY1","op":">=","value":5}}]}]}]} | /groups/0/items/0/tiers/1 | points | TIER_NEVER_COUNTS
            {"type":"banded","by":"enterpriseSize","bands":[{"label":"小","to":9,"then":{"type":"unverified","reason":"a"}}]} | /bands/0 | from | BAND_KIND
            {"type":"banded","by":"enterpriseSize","bands":[{"label":"小","in":["小型"],"then":{"type":"unverified","reason":"a"}},{"label":"微","in":["小型"],"then":{"type":"unverified","reason":"a"}}]} | /bands/1 | in | BANDS_OVERLAP
            {"type":"banded","by":"employees","bands":[{"label":"小","to":9}]} | /bands/0/then | `` | CONDITION_REQUIRED
            {"type":"score","pass":60,"groups":[]} | `` | groups | GROUP_EMPTY
            {"type":"score","pass":60,"groups":[{"name":"一","items":[{"name":"项","otherwise":0,"tiers":[{"points":50,"when":{"type":"unverified","reason":"a"}}]}]}]} | `` | pass | SCORE_IMPOSSIBLE
            {"type":"score","pass":50,"strict":true,"groups":[{"name":"一","items":[{"name":"项","otherwise":0,"tiers":[{"points":50,"when":{"type":"unverified","reason":"a"}}]}]}]} | `` | pass | SCORE_IMPOSSIBLE
            {"type":"score","pass":5,"groups":[{"name":"一","minimum":51,"items":[{"name":"项","otherwise":0,"tiers":[{"points":50,"when":{"type":"unverified","reason":"a"}}]}]}]} | /groups/0 | minimum | SCORE_IMPOSSIBLE
            {"type":"score","pass":5,"groups":[{"name":"一","items":[{"name":"项","otherwise":0,"tiers":[{"when":{"type":"unverified","reason":"a"}},{"points":9,"when":{"type":"comparison","fact":"x"}}]}]}]} | /groups/0/items/0/tiers/0 | points | POINTS_REQUIRED
            """)
    void each_fault_is_told_at_its_place(String tree, String path, String member, String code) {
        List<CriteriaFault> faults = check.faults(Json.MAPPER.readTree(tree));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path == null ? "" : path);
            assertThat(fault.code()).isEqualTo(code);
            if (member != null && !member.isEmpty()) {
                assertThat(fault.member()).isEqualTo(member);
            }
            assertThat(fault.message()).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void what_was_too_great_to_be_read_as_a_number_is_refused() {
        JsonNode tree = Json.MAPPER.valueToTree(
                Map.of("type", "comparison", "fact", "employees", "op", ">=", "value", Double.POSITIVE_INFINITY));

        assertThat(check.faults(tree)).extracting(CriteriaFault::code).containsExactly("VALUE_KIND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"allOf\",\"criteria\":[{\"type\":\"comparison\",\"fact\":\"employees\",\"op\":\">=\",\"value\":100},{\"type\":\"comparison\",\"fact\":\"employees\",\"op\":\"<=\",\"value\":100}]}",
                "{\"type\":\"anyOf\",\"criteria\":[{\"type\":\"comparison\",\"fact\":\"employees\",\"op\":\">=\",\"value\":300},{\"type\":\"comparison\",\"fact\":\"employees\",\"op\":\"<=\",\"value\":100}]}",
                "{\"type\":\"comparison\",\"fact\":\"bachelorRatio\",\"op\":\">=\",\"value\":100}",
                "{\"type\":\"comparison\",\"fact\":\"employees\",\"op\":\">=\",\"value\":1e-999999999}",
                "{\"type\":\"banded\",\"by\":\"employees\",\"bands\":[{\"label\":\"小\",\"to\":50,\"toIncluded\":true,\"then\":{\"type\":\"unverified\",\"reason\":\"a\"}},{\"label\":\"大\",\"from\":51,\"fromIncluded\":true,\"then\":{\"type\":\"unverified\",\"reason\":\"a\"}}]}",
                "{\"type\":\"banded\",\"by\":\"revenueY1\",\"bands\":[{\"label\":\"大\",\"from\":5000,\"then\":{\"type\":\"unverified\",\"reason\":\"a\"}},{\"label\":\"小\",\"to\":5000,\"toIncluded\":true,\"then\":{\"type\":\"unverified\",\"reason\":\"a\"}}]}",
                "{\"type\":\"score\",\"pass\":1,\"groups\":[{\"name\":\"一\",\"items\":[{\"name\":\"项\",\"otherwise\":0,\"tiers\":[{\"points\":5,\"when\":{\"type\":\"comparison\",\"fact\":\"rdRatioY1\",\"op\":\">=\",\"value\":5}},{\"points\":3,\"when\":{\"type\":\"comparison\",\"fact\":\"rdRatioY1\",\"op\":\">=\",\"value\":3}}]}]}]}",
                "{\"type\":\"unverified\",\"reason\":\"a\",\"noted\":{\"type\":\"allOf\",\"criteria\":[{\"type\":\"comparison\",\"fact\":\"nothing\"}]}}",
                "{\"type\":\"allOf\",\"criteria\":[{\"type\":\"comparison\",\"fact\":\"debtRatio\",\"op\":\">\",\"value\":70},{\"type\":\"comparison\",\"fact\":\"debtRatio\",\"op\":\"<\",\"value\":70.5}]}"
            })
    void what_can_be_met_is_not_refused(String tree) {
        assertThat(check.faults(Json.MAPPER.readTree(tree))).isEmpty();
    }

    @Test
    void a_tree_that_nobody_could_read_is_refused() {
        ObjectNode deep = (ObjectNode) Json.MAPPER.readTree("{\"type\":\"unverified\",\"reason\":\"a\"}");
        for (int i = 0; i < CriteriaCheck.DEEPEST; i++) {
            ObjectNode around = Json.MAPPER.createObjectNode().put("type", "allOf");
            around.putArray("criteria").add(deep);
            deep = around;
        }
        assertThat(check.faults(deep)).extracting(CriteriaFault::code).containsExactly("TREE_TOO_DEEP");
        ObjectNode wide = Json.MAPPER.createObjectNode().put("type", "allOf");
        ArrayNode parts = wide.putArray("criteria");
        for (int i = 0; i < CriteriaCheck.MOST_CONDITIONS; i++) {
            parts.addObject().put("type", "unverified").put("reason", "a");
        }
        assertThat(check.faults(wide)).extracting(CriteriaFault::code).containsExactly("TREE_TOO_LARGE");
    }

    static Stream<EligibilityRule> rules() {
        return ReferenceRules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_that_there_is_is_told_in_words(EligibilityRule rule) {
        Trial.Answer answer = trial.answer(tree(rule.criteria()), List.of(), DAY);

        assertThat(answer.faults()).isEmpty();
        assertThat(answer.conditions()).isNotEmpty().allSatisfy(CriteriaTrialTest::isTold);
    }

    /** Whatever is taken out, changed or put elsewhere: what the check lets through, the engine takes. */
    @Test
    void a_tree_without_faults_is_always_taken_by_the_engine() {
        Random random = new Random(20260731);
        List<EligibilityRule> rules = ReferenceRules.all();
        int sound = 0;
        int faulty = 0;
        for (int i = 0; i < 6_000; i++) {
            JsonNode tree = Json.MAPPER.valueToTree(
                    rules.get(random.nextInt(rules.size())).criteria());
            for (int change = 0; change <= random.nextInt(3); change++) {
                disturb(tree, random);
            }
            Trial.Answer answer = trial.answer(Json.MAPPER.convertValue(tree, TREE), List.of(), DAY);
            if (answer.faults().isEmpty()) {
                sound++;
            } else {
                faulty++;
            }
        }
        assertThat(sound).isGreaterThan(500);
        assertThat(faulty).isGreaterThan(500);
    }

    private static void disturb(JsonNode tree, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode other = objects.get(random.nextInt(objects.size())).path(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, -7.5);
            case 3 -> object.put(name, "乱");
            case 4 -> object.set(name, Json.MAPPER.createArrayNode().add(9).add(3));
            default -> {
                if (!other.isMissingNode()) {
                    object.set(name, other.deepCopy());
                }
            }
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        node.forEach(child -> collect(child, into));
    }

    @Test
    void profiles_come_out_as_they_would_in_a_match() {
        Map<String, Object> tree = Json.MAPPER.readValue("""
                {"type":"allOf","criteria":[
                  {"type":"comparison","fact":"employees","op":">=","value":20,"unit":"人","clause":{"text":"职工 20 人以上","certain":true}},
                  {"type":"comparison","fact":"entityType","op":"==","value":"企业"}]}""", TREE);

        Trial.Answer answer = trial.answer(
                tree,
                List.of(
                        new Trial.Profile("够", Map.of("employees", 20, "entityType", "企业")),
                        new Trial.Profile("差", Map.of("employees", 18, "entityType", "企业")),
                        new Trial.Profile("不知", Map.of("entityType", "企业")),
                        new Trial.Profile("个体", Map.of("employees", 30, "entityType", "个体工商户")),
                        new Trial.Profile("不可能", Map.of("employees", -3, "entityType", "企业"))),
                DAY);

        assertThat(answer.outcomes())
                .extracting(Trial.Outcome::outcome)
                .containsExactly(
                        MatchOutcome.ELIGIBLE,
                        MatchOutcome.NEARLY,
                        MatchOutcome.UNKNOWN,
                        MatchOutcome.INELIGIBLE,
                        MatchOutcome.UNKNOWN);
        assertThat(answer.outcomes().getLast().problems()).isNotEmpty();
        assertThat(answer.conditions().getFirst().clause()).isEqualTo("职工 20 人以上");
        assertThat(answer.conditions().getFirst().required()).contains("20 人");
    }

    @Test
    void a_case_may_tell_what_is_computed_elsewhere_as_long_as_the_rest_does_not_say_otherwise() {
        Map<String, Object> small = Map.of("type", "comparison", "fact", "enterpriseSize", "op", "==", "value", "小型");
        Map<String, Object> figures = Map.of("industryCode", "C34", "employees", 30, "revenue", List.of(900));
        Map<String, Object> otherwise = new HashMap<>(figures);
        otherwise.put("enterpriseSize", "大型");
        Map<String, Object> same = new HashMap<>(figures);
        same.put("enterpriseSize", "小型");

        Trial.Answer answer = trial.answer(
                small,
                List.of(
                        new Trial.Profile("小", Map.of("enterpriseSize", "小型")),
                        new Trial.Profile("大", Map.of("enterpriseSize", "大型")),
                        new Trial.Profile("算得", figures),
                        new Trial.Profile("一致", same),
                        new Trial.Profile("矛盾", otherwise),
                        new Trial.Profile("没有", Map.of("enterpriseSize", "巨型"))),
                DAY);

        assertThat(answer.outcomes())
                .extracting(Trial.Outcome::outcome)
                .startsWith(
                        MatchOutcome.ELIGIBLE, MatchOutcome.INELIGIBLE, MatchOutcome.ELIGIBLE, MatchOutcome.ELIGIBLE);
        assertThat(answer.outcomes().subList(0, 4))
                .allSatisfy(outcome -> assertThat(outcome.problems()).isEmpty());
        assertThat(answer.outcomes().get(4).problems()).containsExactly("企业规模与其他数据不一致：按其他数据计算为“小型”，请改为一致或去掉其中一项");
        assertThat(answer.outcomes().get(5).problems()).containsExactly("企业规模应为以下之一：大型、中型、小型、微型");
    }

    @Test
    void a_computed_figure_is_told_as_exactly_as_somebody_writes_it() {
        Map<String, Object> third = Map.of("type", "comparison", "fact", "rdStaffRatio", "op", ">=", "value", 30);
        Trial.Answer answer = trial.answer(
                third,
                List.of(
                        new Trial.Profile("取整", Map.of("rdStaffRatio", 33, "rdStaff", 10, "employees", 30)),
                        new Trial.Profile("两位", Map.of("rdStaffRatio", 33.33, "rdStaff", 10, "employees", 30)),
                        new Trial.Profile("不同", Map.of("rdStaffRatio", 34, "rdStaff", 10, "employees", 30))),
                DAY);

        assertThat(answer.outcomes())
                .extracting(outcome -> outcome.problems().isEmpty())
                .containsExactly(true, true, false);
    }

    private static void isTold(ConditionResult condition) {
        assertThat(condition.label()).isNotBlank();
        if (condition.children() != null) {
            condition.children().forEach(CriteriaTrialTest::isTold);
        }
    }

    private static Map<String, Object> tree(Criterion criteria) {
        return Json.MAPPER.convertValue(Json.MAPPER.valueToTree(criteria), TREE);
    }
}
