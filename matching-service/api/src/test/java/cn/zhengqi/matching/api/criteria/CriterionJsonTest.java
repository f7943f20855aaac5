package cn.zhengqi.matching.api.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CriterionJsonTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void every_form_of_criterion_survives_the_way_through_json() {
        Criterion tree = new AllOf(
                "全部",
                new Clause("须同时满足", "第十一条", true),
                List.of(
                        Comparison.of("employees", Operator.AT_MOST, 500),
                        new Comparison(
                                "得分",
                                "innovationScore",
                                Operator.MORE_THAN,
                                Value.of(70),
                                "分",
                                new Clause("70分以上(不含70分)", null, false),
                                "提示"),
                        Comparison.of("legalRepAge", Operator.BETWEEN, List.of(18, 60)),
                        Comparison.of("hiTechField", Operator.EQUAL, true),
                        Comparison.of("vatType", Operator.EQUAL, "一般纳税人"),
                        Comparison.of("industryCode", Operator.NOT_IN, List.of("C16", "H")),
                        new AnyOf(null, null, true, List.of(Comparison.of("quals", Operator.CONTAINS, "高新技术企业"))),
                        AtLeast.of(1, Comparison.of("layoffRate", Operator.AT_MOST, new BigDecimal("5.5"))),
                        new Banded(
                                null,
                                null,
                                "revenueY1",
                                List.of(
                                        new Band(
                                                "≤5000万元",
                                                null,
                                                false,
                                                new BigDecimal("5000"),
                                                true,
                                                null,
                                                Comparison.of("rdRatio3y", Operator.AT_LEAST, 5)),
                                        new Band(
                                                "大型",
                                                null,
                                                false,
                                                null,
                                                false,
                                                List.of("大型"),
                                                new Unverified(null, null, "未核对")))),
                        new Score(
                                "评分",
                                null,
                                new BigDecimal("60"),
                                false,
                                List.of(new Score.Group(
                                        "科技人员",
                                        new BigDecimal("4"),
                                        List.of(new Score.Item(
                                                "占比",
                                                List.of(new Score.Tier(
                                                        new BigDecimal("20"),
                                                        Comparison.of("rdStaffRatio", Operator.AT_LEAST, 30))),
                                                BigDecimal.ZERO,
                                                null))))),
                        new Unverified("标准", Clause.of("新标准"), "未能取得原文")));

        String text = json.writeValueAsString(tree);
        Criterion back = json.readValue(text, Criterion.class);

        assertThat(back).isEqualTo(tree);
        assertThat(json.writeValueAsString(back)).isEqualTo(text);
    }

    @Test
    void the_text_form_stays_as_other_services_have_stored_it() {
        String text = """
                {"type":"comparison","fact":"rdStaffRatio","op":">=","value":10,"unit":"%","clause":{"text":"不低于10%","certain":true}}""";

        Criterion criterion = json.readValue(text, Criterion.class);

        assertThat(json.writeValueAsString(criterion)).isEqualTo(text);
    }

    @Test
    void equal_numbers_are_written_alike() {
        assertThat(json.writeValueAsString(Value.of(json.readValue("5.50", Object.class))))
                .isEqualTo("5.5");
        assertThat(json.writeValueAsString(Value.of(new BigDecimal("5E+3")))).isEqualTo("5000");
        assertThat(Value.of(5.0)).isEqualTo(Value.of(new BigDecimal("5.00")));
    }

    @Test
    void a_rule_survives_the_way_through_json() {
        PolicyRule rule = new PolicyRule(
                "N03",
                "2022",
                "创新型中小企业评价",
                "工信部企业〔2022〕63号",
                "国家",
                "创新",
                new Validity(LocalDate.of(2022, 6, 1), LocalDate.of(2026, 3, 31), true, "N06", null),
                false,
                "创新型中小企业",
                "认定",
                false,
                "medium-high",
                "整理,未核对原文",
                Comparison.of("employees", Operator.AT_LEAST, 1),
                List.of(new Exclusion("N12", Clause.of("不得同时享受"))));

        PolicyRule back = json.readValue(json.writeValueAsString(rule), PolicyRule.class);

        assertThat(back).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"allOf\",\"criteria\":[]}",
                "{\"type\":\"atLeast\",\"count\":2,\"criteria\":[{\"type\":\"unverified\",\"reason\":\"?\"}]}",
                "{\"type\":\"atLeast\",\"count\":0,\"criteria\":[{\"type\":\"unverified\",\"reason\":\"?\"}]}",
                "{\"type\":\"comparison\",\"fact\":\"a\",\"op\":\"~\",\"value\":1}",
                "{\"type\":\"comparison\",\"fact\":\"a\",\"op\":\"between\",\"value\":[5,1]}",
                "{\"type\":\"comparison\",\"fact\":\"a\",\"op\":\"in\",\"value\":[]}",
                "{\"type\":\"comparison\",\"fact\":\"a\",\"op\":\"==\",\"value\":{}}",
                "{\"type\":\"other\"}"
            })
    void an_impossible_criterion_is_refused(String text) {
        assertThatThrownBy(() -> json.readValue(text, Criterion.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void an_empty_band_is_refused() {
        assertThatThrownBy(() -> new Band(
                        "空",
                        new BigDecimal("5"),
                        false,
                        new BigDecimal("5"),
                        true,
                        null,
                        new Unverified(null, null, "?")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
