package cn.zhengqi.matching.api.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactDefinitionTest {

    @Test
    void what_is_retired_and_restored_is_what_it_was() {
        assertThat(FactDictionary.standard().facts()).allSatisfy(fact -> {
            assertThat(fact.retire().outOfUse()).isTrue();
            assertThat(fact.retire()).isNotEqualTo(fact);
            assertThat(fact.retire().restore()).isEqualTo(fact);
        });
    }

    @Test
    void in_other_words_it_is_the_same_figure() {
        FactDefinition.Description other = new FactDefinition.Description(
                "另一个名称", "另一组", FactDefinition.Closable.NO, null, "上一年度", FactVisibility.OWNER);

        assertThat(FactDictionary.standard().facts())
                .allSatisfy(fact -> assertThat(fact.describedAs(other))
                        .usingRecursiveComparison()
                        .ignoringFields("label", "group", "closable", "hint", "period", "visibility")
                        .isEqualTo(fact));
    }

    /** The dictionary may keep to its owner what is no tax data. */
    @Test
    void who_may_learn_a_figure_is_said_without_saying_where_it_comes_from() {
        assertThat(FactVisibility.values()).extracting(FactVisibility::label).noneMatch(it -> it.contains("涉税"));
    }
}
