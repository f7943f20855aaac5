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
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of how an enterprise stands. */
class CellsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final Map<String, Object> FACTS =
            Map.of("entityType", "企业", "employees", 45, "restrictedIndustry", false, "quals", List.of("高新技术企业"));

    @Test
    void what_is_read_back_is_what_came_out_for_every_reference_rule_at_whatever_place() {
        List<PolicyRule> rules = ReferenceRules.policies();
        RuleBook book = RuleBook.of(rules);
        Map<String, UUID> ids = new HashMap<>();
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            UUID id = Ids.next();
            ids.put(rules.get(i).id(), id);
            places.put(id, 3 * (rules.size() - i));
        }
        PlacedBook placed = new PlacedBook(new Library.Shelf(book, ids, 7), places);
        FactVector enterprise = FactVector.of(FactDictionary.standard(), FACTS, DAY);

        byte[] cells = placed.judge(placed.scratch(), enterprise);

        Evaluation direct = book.evaluate(enterprise);
        List<Boolean> held = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int cell = 3 * (rules.size() - i) * Cells.BYTES;
            assertThat(Cells.outcome(cells[cell])).as(rules.get(i).id()).isEqualTo(direct.outcome(i));
            assertThat((cells[cell] & Cells.HELD) != 0).isEqualTo(direct.alreadyHeld(i));
            assertThat(cells[cell + 1]).isEqualTo((byte) direct.degree(i));
            held.add(direct.alreadyHeld(i));
        }
        assertThat(held).contains(true, false);
        assertThat(cells[0]).as("no rule has this place").isZero();
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
