package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A qualification that is missing leads to the policy by which an enterprise gets it. */
class FirstStepsTest {

    private static final List<EligibilityRule> RULES = ReferenceRules.all();
    private static final Map<String, UUID> IDS =
            RULES.stream().collect(Collectors.toMap(EligibilityRule::id, rule -> Ids.next()));
    private static final Library.Shelf SHELF = new Library.Shelf(RuleBook.of(RULES), IDS, 1);

    @Test
    void a_missing_qualification_leads_to_what_grants_it() {
        assertThat(match("N17", LocalDate.of(2026, 11, 26), Map.of("quals", List.of()))
                        .firstSteps())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.qualification()).isEqualTo("高新技术企业");
                    assertThat(step.code()).isEqualTo("N01");
                    assertThat(step.policyId()).isEqualTo(IDS.get("N01"));
                });
    }

    @Test
    void what_has_been_replaced_leads_to_what_replaces_it() {
        Map<String, Object> none = Map.of("quals", List.of());

        assertThat(match("N10", LocalDate.of(2026, 3, 15), none).firstSteps())
                .extracting(FirstStep::code)
                .containsExactly("N05");
        assertThat(match("N10", LocalDate.of(2026, 11, 26), none).firstSteps())
                .extracting(FirstStep::code)
                .containsExactly("N06");
    }

    @Test
    void who_holds_it_or_may_hold_it_needs_no_first_step() {
        LocalDate day = LocalDate.of(2026, 11, 26);

        assertThat(match("N17", day, Map.of("quals", List.of("高新技术企业"))).firstSteps())
                .isEmpty();
        assertThat(match("N17", day, Map.of()).firstSteps()).isEmpty();
    }

    @Test
    void what_is_held_and_what_nobody_can_decide_stand_apart() {
        LocalDate day = LocalDate.of(2026, 11, 26);

        assertThat(match("N01", day, Map.of("quals", List.of("高新技术企业"))).group())
                .isEqualTo(MatchGroup.HELD);
        assertThat(match("N06", day, Map.of()).group()).isEqualTo(MatchGroup.UNCLEAR);
        assertThat(match("N17", day, Map.of()).group()).isEqualTo(MatchGroup.UNKNOWN);
        assertThat(match("N17", day, Map.of("quals", List.of("小微企业"))).group())
                .isNotIn(MatchGroup.UNKNOWN, MatchGroup.ELIGIBLE);
    }

    private static PolicyMatch match(String code, LocalDate day, Map<String, Object> facts) {
        return new Matcher(new ShelfOnDay(SHELF, day), FactVector.of(FactDictionary.standard(), facts, day))
                .policies().stream()
                        .filter(policy -> policy.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }
}
