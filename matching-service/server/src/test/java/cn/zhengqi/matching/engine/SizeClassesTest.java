package cn.zhengqi.matching.engine;

import static cn.zhengqi.matching.engine.Rules.vector;
import static cn.zhengqi.matching.engine.Rules.years;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassesTest {

    @ParameterizedTest(name = "{0}: {1} people, revenue {2}, assets {3} is {4}")
    @CsvSource(
            nullValues = "?",
            value = {
                // 工业
                "C3484,1000,40000,?,大型",
                "C3484,999,40000,?,中型",
                "C3484,1000,39999,?,中型",
                "C3484,300,2000,?,中型",
                "C3484,280,12000,?,小型",
                "C3484,299,1000000,?,小型",
                "C3484,20,300,?,小型",
                "C3484,19,300,?,微型",
                "C3484,20,299.99,?,微型",
                "B0610,300,2000,?,中型",
                "D4411,300,2000,?,中型",
                // 农、林、牧、渔业: revenue alone
                "A0111,?,20000,?,大型",
                "A0111,9999,499,?,小型",
                "A0111,?,500,?,中型",
                "A0111,?,49,?,微型",
                // 建筑业: revenue and assets
                "E4710,?,80000,80000,大型",
                "E4710,?,6000,5000,中型",
                "E4710,?,6000,4999,小型",
                "E4710,?,300,300,小型",
                "E4710,?,300,299,微型",
                // 批发, 零售
                "F5111,200,40000,?,大型",
                "F5111,20,5000,?,中型",
                "F5111,5,1000,?,小型",
                "F5111,4,100000,?,微型",
                "F5211,300,20000,?,大型",
                "F5211,50,500,?,中型",
                "F5211,10,100,?,小型",
                "F5211,9,100,?,微型",
                // 交通运输, 仓储, 邮政
                "G5430,300,3000,?,中型",
                "G5522,1000,30000,?,大型",
                "G5611,20,200,?,小型",
                "G5720,19,200,?,微型",
                "G5810,300,3000,?,中型",
                "G5910,150,2000,?,小型",
                "G5990,150,2000,?,中型",
                "G6010,300,2000,?,中型",
                // 住宿, 餐饮
                "H6110,100,2000,?,中型",
                "H6210,6,60,?,微型",
                "H6210,10,100,?,小型",
                "H6210,300,10000,?,大型",
                // 信息传输, 软件
                "I6311,2000,100000,?,大型",
                "I6410,100,1000,?,中型",
                "I6513,45,1800,?,小型",
                "I6513,10,50,?,小型",
                "I6513,10,49,?,微型",
                "I6513,300,10000,?,大型",
                // 房地产开发, 物业, 其他房地产
                "K7010,?,200000,10000,大型",
                "K7010,?,1000,5000,中型",
                "K7010,?,1000,4999,小型",
                "K7010,?,100,1999,微型",
                "K7020,1000,5000,?,大型",
                "K7020,300,1000,?,中型",
                "K7020,100,500,?,小型",
                "K7020,99,500,?,微型",
                "K7030,100,?,?,中型",
                // 租赁和商务服务: people and assets
                "L7211,300,?,120000,大型",
                "L7211,100,?,8000,中型",
                "L7211,10,?,100,小型",
                "L7211,10,?,99,微型",
                // 其他未列明
                "M7310,300,?,?,大型",
                "M7310,100,?,?,中型",
                "N7711,10,?,?,小型",
                "O8010,9,?,?,微型",
                "R8610,299,1,1,中型",
                "G5310,100,?,?,中型",
                // one indicator unknown, and yet decided
                "C3484,19,?,?,微型",
                "C3484,?,299,?,微型",
                "L7211,9,?,?,微型",
                // one indicator unknown, and open
                "C3484,280,?,?,?",
                "C3484,?,12000,?,?",
                "E4710,100,6000,?,?",
                "?,280,12000,15000,?",
                "M7310,?,100,100,?",
            })
    void the_size_needs_all_lower_limits_of_its_row(
            String code, Double employees, Double revenue, Double assets, String size) {
        FactVector vector = vector(
                "industryCode", code,
                "employees", employees,
                "revenue", revenue == null ? null : years(revenue),
                "totalAssets", assets);

        assertThat(vector.size()).isEqualTo(size);
    }

    @Test
    void what_is_known_narrows_the_possible_sizes() {
        assertThat(isOneOf(vector("industryCode", "C3484", "employees", 280), "微型", "小型"))
                .isEqualTo(Truth.TRUE);
        assertThat(isOneOf(vector("industryCode", "C3484", "employees", 280), "小型"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(isOneOf(vector("industryCode", "C3484", "employees", 400), "微型", "小型", "中型"))
                .isEqualTo(Truth.TRUE);
        assertThat(isOneOf(vector("industryCode", "C3484", "employees", 400), "微型", "小型"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(isOneOf(vector("industryCode", "C3484", "employees", 4000), "微型", "小型", "中型"))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_code_that_is_not_specific_enough_leaves_the_sizes_of_all_its_rows_possible() {
        FactVector vague =
                vector("industryCode", "K70", "employees", 150, "revenue", years(50.0), "totalAssets", 10000);
        assertThat(isOneOf(vague, "微型", "中型")).isEqualTo(Truth.TRUE);
        assertThat(isOneOf(vague, "微型", "小型")).isEqualTo(Truth.UNKNOWN);
        assertThat(vector("industryCode", "F", "employees", 3, "revenue", years(50.0))
                        .size())
                .isEqualTo("微型");
    }

    @Test
    void an_individual_business_has_a_size_too() {
        assertThat(vector(
                                "entityType",
                                "个体工商户",
                                "industryCode",
                                "H6210",
                                "employees",
                                6,
                                "revenue",
                                years(60.0, 55.0, 40.0))
                        .size())
                .isEqualTo("微型");
    }

    private static Truth isOneOf(FactVector vector, String... sizes) {
        Comparison comparison = Comparison.of("enterpriseSize", Operator.IN, Value.texts(sizes));
        return RuleBook.of(List.of(Rules.rule(comparison))).evaluate(vector).criteria(0);
    }
}
