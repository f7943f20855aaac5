package cn.zhengqi.matching.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceCriteriaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, JsonNode> ROWS = ReferenceRulesTest.TestRows.byId();

    private final ReferenceCriteria reference = new ReferenceCriteria(FactDictionary.standard(), ROWS::get);

    @Test
    void every_collected_row_can_be_translated() {
        assertThat(ROWS.values())
                .allSatisfy(
                        row -> assertThatCode(() -> reference.translate(row)).doesNotThrowAnyException());
    }

    @Test
    void ungrouped_criteria_must_all_be_met() {
        assertThat(translate("""
                {"field":"employees","op":"<=","value":500,"unit":"人","text":"a","sure":true},
                {"field":"totalAssets","op":"<=","value":20000,"unit":"万元","text":"b","sure":true}
                """))
                .isInstanceOfSatisfying(
                        AllOf.class, all -> assertThat(all.criteria()).hasSize(2));
    }

    @Test
    void groups_named_alike_are_alternatives_and_others_are_not() {
        Criterion tree = translate("""
                {"field":"revenueY1","op":">=","value":1000,"text":"a","sure":true,"group":"任一A"},
                {"field":"equityFinancing2y","op":">=","value":2000,"text":"b","sure":true,"group":"任一A"},
                {"field":"zjtxScore","op":">=","value":60,"text":"c","sure":true,"group":"任一B"},
                {"field":"rdExpenseAvg2y","op":">=","value":1000,"text":"d","sure":true,"group":"任一B"}
                """);

        assertThat(((AllOf) tree).criteria())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part).isInstanceOfSatisfying(AnyOf.class, any -> {
                    assertThat(any.criteria()).hasSize(2);
                    assertThat(any.exhaustive()).isFalse();
                }));
    }

    @Test
    void tiers_of_which_two_are_opposites_cover_every_case() {
        Criterion tree = translate("""
                {"field":"employees","op":"<=","value":30,"text":"a","sure":true,"group":"任一:免征"},
                {"field":"disabledRatio","op":">=","value":1,"text":"b","sure":true,"group":"任一:50%"},
                {"field":"disabledRatio","op":"<","value":1,"text":"c","sure":true,"group":"任一:90%"}
                """);

        assertThat(tree).isInstanceOfSatisfying(AnyOf.class, any -> {
            assertThat(any.exhaustive()).isTrue();
            assertThat(any.criteria()).extracting(Criterion::label).containsExactly("免征", "50%", "90%");
        });
    }

    @Test
    void bands_by_revenue_join_without_gap_or_overlap_whichever_side_the_ends_belong_to() {
        Banded inclusiveBelow = (Banded) translate("""
                {"field":"rdRatio3y","op":">=","value":5,"text":"a","sure":true,"group":"按最近一年销售收入分档:≤5000万元"},
                {"field":"rdRatio3y","op":">=","value":4,"text":"b","sure":true,"group":"按最近一年销售收入分档:5000万~2亿元"},
                {"field":"rdRatio3y","op":">=","value":3,"text":"c","sure":true,"group":"按最近一年销售收入分档:>2亿元"}
                """);
        Banded inclusiveAbove = (Banded) translate("""
                {"field":"rdRatio2yMin","op":">=","value":3,"text":"a","sure":true,"group":"按营收分档:≥1亿元"},
                {"field":"rdRatio2yMin","op":">=","value":6,"text":"b","sure":true,"group":"按营收分档:5000万~1亿元"},
                {"field":"equityFinancing2y","op":">=","value":8000,"text":"c","sure":true,"group":"按营收分档:<5000万元"}
                """);

        assertThat(inclusiveBelow.by()).isEqualTo("revenueY1");
        Band middle = inclusiveBelow.bands().get(1);
        assertThat(middle.from()).isEqualByComparingTo("5000");
        assertThat(middle.fromIncluded()).isFalse();
        assertThat(middle.to()).isEqualByComparingTo("20000");
        assertThat(middle.toIncluded()).isTrue();
        Band other = inclusiveAbove.bands().get(1);
        assertThat(other.from()).isEqualByComparingTo("5000");
        assertThat(other.fromIncluded()).isTrue();
        assertThat(other.to()).isEqualByComparingTo("10000");
        assertThat(other.toIncluded()).isFalse();
    }

    @Test
    void a_direct_pass_stands_beside_the_score_only() {
        Criterion tree = translate("""
                {"field":"employees","op":"<=","value":500,"text":"a","sure":true},
                {"field":"kjxScore","op":">=","value":60,"text":"b","sure":true},
                {"field":"quals","op":"contains","value":"高新技术企业","text":"c","sure":true,"group":"直通"}
                """, "\"scoring\":{\"科技人员占比(20)\":[[30,20],[10,4],[0,0]]}");

        assertThat(((AllOf) tree).criteria().get(1))
                .isInstanceOfSatisfying(
                        AnyOf.class,
                        any -> assertThat(any.criteria()).hasExactlyElementsOfTypes(Score.class, Comparison.class));
    }

    @Test
    void a_reference_brings_the_other_rows_criteria() {
        Criterion tree = translate("""
                {"field":"regionPrefix","op":"in","value":["50"],"text":"a","sure":true},
                {"field":"__ref__","op":"ref","value":"N07","text":"b","sure":false}
                """);

        assertThat(((AllOf) tree).criteria().get(1)).isInstanceOfSatisfying(AllOf.class, all -> {
            assertThat(all.criteria().getFirst()).isEqualTo(reference.translate(ROWS.get("N07")));
            assertThat(all.clause())
                    .satisfies(clause -> assertThat(clause.certain()).isFalse());
        });
    }

    @Test
    void figures_that_are_not_known_stay_unverified() {
        assertThat(translate("""
                {"field":"__numeric__","op":"unknown","value":null,"text":"未能取得原文","sure":false}
                """)).isInstanceOf(Unverified.class);
        assertThat(reference.translate(JSON.readTree("{\"id\":\"X\"}"))).isInstanceOf(Unverified.class);
    }

    @Test
    void what_cannot_be_understood_is_refused_rather_than_left_out() {
        assertThatThrownBy(() -> translate("""
                {"field":"employees","op":"<=","value":30,"text":"a","sure":true,"group":"其中"}
                """)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> translate("""
                {"field":"noSuchFact","op":"<=","value":30,"text":"a","sure":true}
                """)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> translate("""
                {"field":"employees","op":"<=","value":30,"text":"a","sure":true,"group":"按心情分档:≤5人"}
                """)).isInstanceOf(IllegalArgumentException.class);
    }

    private Criterion translate(String criteria, String... more) {
        String fields = more.length == 0 ? "" : "," + String.join(",", more);
        return reference.translate(JSON.readTree("{\"id\":\"X\",\"criteria\":[" + criteria + "]" + fields + "}"));
    }
}
