package cn.zhengqi.matching.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactVisibility;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What a tag may be. */
class TagContentTest {

    private static final Criterion MANY = Comparison.of("employees", Operator.AT_LEAST, 20);
    private static final Criterion RESEARCH = Comparison.of("rdStaff", Operator.AT_LEAST, 5);
    private static final Criterion TWO = AllOf.of(MANY, RESEARCH);

    @Test
    void a_basic_tag_is_set_by_hand_or_says_what_one_fact_says() {
        assertThatCode(() -> of(null).require(TagSubject.ENTERPRISE, TagKind.BASIC))
                .doesNotThrowAnyException();
        assertThatCode(() -> of(MANY).require(TagSubject.ENTERPRISE, TagKind.BASIC))
                .doesNotThrowAnyException();
        assertThat(refused(of(TWO), TagSubject.ENTERPRISE, TagKind.BASIC)).isEqualTo("SINGLE");
    }

    @Test
    void an_advanced_tag_follows_from_conditions() {
        assertThatCode(() -> of(TWO).require(TagSubject.ENTERPRISE, TagKind.ADVANCED))
                .doesNotThrowAnyException();
        assertThat(refused(of(null), TagSubject.ENTERPRISE, TagKind.ADVANCED)).isEqualTo("REQUIRED");
    }

    @Test
    void a_policy_is_tagged_by_hand_alone() {
        assertThatCode(() -> of(null).require(TagSubject.POLICY, TagKind.BASIC)).doesNotThrowAnyException();
        assertThat(refused(of(MANY), TagSubject.POLICY, TagKind.BASIC)).isEqualTo("NOT_ALLOWED");
        assertThat(refused(of(null), TagSubject.POLICY, TagKind.ADVANCED)).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void conditions_that_the_editor_of_policies_would_not_take_are_refused_with_their_place() {
        TagContent faulty = new TagContent("多人", "规模", null, Map.of("fact", "noSuchFact", "op", ">=", "value", 1));

        assertThatThrownBy(() -> faulty.require(TagSubject.ENTERPRISE, TagKind.BASIC))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(MatchingProblem.CRITERIA_FAULTY));
    }

    @Test
    void tax_data_makes_no_tag_also_not_by_way_of_what_is_computed_from_it() {
        for (Criterion tax : List.of(
                Comparison.of("taxPaid12m", Operator.AT_LEAST, 100),
                Comparison.of("smallLowProfit", Operator.EQUAL, true))) {
            assertThatThrownBy(() -> of(tax).require(TagSubject.ENTERPRISE, TagKind.BASIC))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.code()).isEqualTo(MatchingProblem.TAG_USES_OWNERS_FACTS));
        }
    }

    @Test
    void nor_does_what_an_enterprise_fills_in_for_itself_alone() {
        FactDictionary standard = FactDictionary.inForce();
        FactDefinition margin = FactDefinition.filledIn(
                "grossMargin",
                new FactDefinition.Description(
                        "毛利率", "经营", FactDefinition.Closable.UP, null, "上一年度", FactVisibility.OWNER),
                FactKind.NUMBER,
                "%",
                BigDecimal.ZERO,
                BigDecimal.valueOf(100));
        FactDictionary.enforce(new FactDictionary(
                Stream.concat(standard.facts().stream(), Stream.of(margin)).toList()));
        try {
            assertThatThrownBy(() -> of(Comparison.of("grossMargin", Operator.AT_LEAST, 30))
                            .require(TagSubject.ENTERPRISE, TagKind.BASIC))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.code()).isEqualTo(MatchingProblem.TAG_USES_OWNERS_FACTS);
                        assertThat(refused.getMessage()).contains("毛利率");
                    });
        } finally {
            FactDictionary.enforce(standard);
        }
    }

    @Test
    void how_a_tag_comes_to_somebody_is_not_changed() {
        Tag byHand = tag(null);
        Tag derived = tag(MANY);

        assertThatThrownBy(() -> byHand.changed(of(MANY)))
                .isInstanceOfSatisfying(
                        ProblemException.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
        assertThatThrownBy(() -> derived.changed(of(null)))
                .isInstanceOfSatisfying(
                        ProblemException.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
        assertThat(derived.changed(of(RESEARCH)).version()).isEqualTo(1);
    }

    @Test
    void only_a_tag_in_use_that_is_set_by_hand_is_given_to_somebody() {
        assertThat(tag(null).settable()).isNotNull();
        assertThatThrownBy(() -> tag(MANY).settable())
                .isInstanceOfSatisfying(
                        ProblemException.class, no -> assertThat(no.code()).isEqualTo(MatchingProblem.TAG_DERIVED));
        assertThatThrownBy(() -> tag(null).retired(true).settable())
                .isInstanceOfSatisfying(
                        ProblemException.class, no -> assertThat(no.code()).isEqualTo(MatchingProblem.TAG_RETIRED));
        assertThatThrownBy(() -> tag(null).retired(false))
                .isInstanceOfSatisfying(
                        ProblemException.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
    }

    private static String refused(TagContent content, TagSubject subject, TagKind kind) {
        try {
            content.require(subject, kind);
        } catch (ProblemException refused) {
            return refused.fieldErrors().stream()
                    .map(FieldProblem::code)
                    .findFirst()
                    .orElse("");
        }
        return "taken";
    }

    private static Tag tag(@Nullable Criterion criteria) {
        return new Tag(Ids.next(), TagSubject.ENTERPRISE, TagKind.BASIC, "规模", "多人", null, tree(criteria), false, 0);
    }

    private static TagContent of(@Nullable Criterion criteria) {
        return new TagContent("多人", "规模", null, tree(criteria));
    }

    private static @Nullable Map<String, Object> tree(@Nullable Criterion criteria) {
        return criteria == null
                ? null
                : Json.MAPPER.readValue(
                        Json.MAPPER.writerFor(Criterion.class).writeValueAsString(criteria), new TypeReference<>() {});
    }
}
