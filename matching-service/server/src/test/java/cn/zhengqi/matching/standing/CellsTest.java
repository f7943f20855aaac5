package cn.zhengqi.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of how an enterprise stands. */
class CellsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    @Test
    void what_is_read_back_is_what_came_out_for_every_reference_rule_at_whatever_place() {
        List<PolicyRule> rules = ReferenceRules.policies();
        RuleBook book = RuleBook.of(rules);
        int[] places = new int[rules.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = 3 * (places.length - i);
        }
        PolicyRule withdrawn = rules.get(1);
        PlacedBook placed = new PlacedBook(
                7, book, places, RuleBook.of(List.of(rules.getFirst())), new int[] {places[2]}, new int[] {places[1]});
        String granted = rules.stream()
                .skip(3)
                .map(PolicyRule::grants)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        FactVector enterprise = FactVector.of(
                FactDictionary.standard(),
                Map.of("entityType", "企业", "employees", 45, "restrictedIndustry", false, "quals", List.of(granted)),
                DAY);

        byte[] cells = placed.scratch().judge(enterprise);

        Evaluation direct = book.evaluate(enterprise);
        List<Boolean> held = new ArrayList<>();
        for (int i = 3; i < rules.size(); i++) {
            int cell = places[i] * Cells.BYTES;
            assertThat(Cells.outcome(cells[cell])).as(rules.get(i).id()).isEqualTo(direct.outcome(i));
            assertThat((cells[cell] & Cells.HELD) != 0).isEqualTo(direct.alreadyHeld(i));
            assertThat(cells[cell + 1]).isEqualTo((byte) direct.degree(i));
            held.add(direct.alreadyHeld(i));
        }
        assertThat(held).contains(true, false);
        assertThat(cells[0]).as("no rule has this place").isZero();
        assertThat(cells[places[1] * Cells.BYTES])
                .as(withdrawn.id() + " was withdrawn since")
                .isZero();
        assertThat(Cells.outcome(cells[places[2] * Cells.BYTES]))
                .as("that rule changed since, and is as the first one now")
                .isEqualTo(direct.outcome(0));
    }

    @Test
    void every_outcome_has_a_code_of_its_own_and_none_is_that_of_nobody_was_judged() {
        for (MatchOutcome outcome : MatchOutcome.values()) {
            assertThat(Cells.code(outcome)).isPositive();
            assertThat(Cells.outcome(Cells.code(outcome))).isEqualTo(outcome);
            assertThat(Cells.outcome(Cells.code(outcome) | Cells.HELD)).isEqualTo(outcome);
        }
        assertThatThrownBy(() -> Cells.outcome(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_that_are_made_one_after_the_other_spread_over_all_parts() {
        assertThat(Stream.generate(Ids::next).limit(2000).map(Parts::of).distinct())
                .hasSize(Parts.COUNT);
    }
}
