package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Libraries of thousands of policies are told in parts side by side, those of some dozens in one go. */
class MatcherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final List<PolicyRule> POLICIES = ReferenceRules.policies();
    private static final int COPIES = 2 * Matcher.LEAST_SIDE_BY_SIDE / POLICIES.size() + 1;

    @Test
    void a_policy_is_told_alike_in_a_small_library_and_in_a_great_one() {
        Map<String, Object> facts = Map.of("employees", 120, "quals", List.of("高新技术企业"), "taxCredit", "A");
        Map<String, PolicyMatch> small =
                match(POLICIES, facts).stream().collect(Collectors.toMap(PolicyMatch::code, it -> it));
        List<PolicyRule> library = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            for (PolicyRule policy : POLICIES) {
                library.add(copied(policy, policy.id() + "-" + copy));
            }
        }

        List<PolicyMatch> great = match(library, facts);

        assertThat(great).hasSize(small.size() * COPIES).allSatisfy(told -> {
            PolicyMatch alone = small.get(told.code().substring(0, told.code().indexOf('-')));
            assertThat(told.outcome()).isEqualTo(alone.outcome());
            assertThat(told.conditions()).isEqualTo(alone.conditions());
            assertThat(told.missing()).isEqualTo(alone.missing());
        });
    }

    /** 小型微利企业 and 西部大开发: no document says that they exclude each other, and one income is taxed at one rate. */
    @Test
    void who_qualifies_for_two_rates_of_income_tax_is_proposed_the_lower_one_alone() {
        List<PolicyRule> two = POLICIES.stream()
                .filter(rule -> List.of("N13", "N23").contains(rule.id()))
                .toList();
        Map<String, Object> facts = Map.of(
                "entityType",
                "企业",
                "restrictedIndustry",
                false,
                "taxableIncome",
                200,
                "employees",
                50,
                "totalAssets",
                1_000,
                "regionCode",
                "500113",
                "encouragedIndustry",
                true,
                "encouragedIncomeRatio",
                80);
        Map<String, PolicyMatch> told =
                match(two, facts).stream().collect(Collectors.toMap(PolicyMatch::code, it -> it));

        assertThat(told.values()).allMatch(PolicyMatch::current);
        ExclusiveChoice lower = Objects.requireNonNull(told.get("N13").choice());
        ExclusiveChoice other = Objects.requireNonNull(told.get("N23").choice());
        assertThat(lower.proposed()).isTrue();
        assertThat(lower.insteadOf()).containsExactly("N23");
        assertThat(other.proposed()).isFalse();
        assertThat(other.inFavourOf()).isEqualTo("N13");
        assertThat(other.reason()).endsWith("都降低企业所得税税率，只按较高的一项计，不相加");
        List<PolicyRule> more = POLICIES.stream()
                .filter(rule -> List.of("N11", "N12", "N13", "N23").contains(rule.id()))
                .toList();
        assertThat(match(more, facts))
                .filteredOn(match -> told.containsKey(match.code()))
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.choice())
                        .as("beside others that exclude each other")
                        .isEqualTo(told.get(match.code()).choice()));
    }

    private static List<PolicyMatch> match(List<PolicyRule> rules, Map<String, Object> facts) {
        Library.Shelf shelf = new Library.Shelf(
                RuleBook.of(rules),
                rules.stream().collect(Collectors.toMap(EligibilityRule::id, rule -> Ids.next())),
                1);
        return new Matcher(new ShelfOnDay(shelf, DAY), FactVector.of(FactDictionary.standard(), facts, DAY)).policies();
    }

    static PolicyRule copied(PolicyRule rule, String id) {
        return new PolicyRule(
                id,
                rule.edition(),
                rule.title(),
                rule.docNumber(),
                rule.level(),
                rule.category(),
                rule.validity(),
                rule.reference(),
                rule.grants(),
                rule.benefit(),
                rule.verified(),
                rule.confidence(),
                rule.source(),
                rule.criteria(),
                List.of());
    }
}
