package cn.zhengqi.kernel.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final UUID BANK = new UUID(1, 1);
    private static final UUID BRANCH = new UUID(1, 2);
    private static final UUID OTHER = new UUID(2, 1);
    private static final Territory HERE = Territory.of(BANK, List.of(BRANCH), List.of("500113003"));

    private static final Reach ONE_TOWN = Reach.of(ScopeKind.TOWNS, List.of("500113003"), List.of());
    private static final Reach TWO_TOWNS = Reach.of(ScopeKind.TOWNS, List.of("500113003", "500113004"), List.of());
    private static final Reach BRANCH_ALONE = Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(BRANCH));

    @Test
    void of_several_roles_the_widest_counts() {
        assertThat(Reach.OWN.or(Reach.ALL)).isEqualTo(Reach.ALL);
        assertThat(TWO_TOWNS.or(Reach.ALL)).isEqualTo(Reach.ALL);
        assertThat(ONE_TOWN.or(TWO_TOWNS)).isEqualTo(TWO_TOWNS);
        assertThat(Reach.NONE.or(Reach.OWN)).isEqualTo(Reach.OWN);
        assertThat(Reach.OWN.or(Reach.INSTITUTION).or(BRANCH_ALONE))
                .as("where none holds the others each counts")
                .isEqualTo(new Reach(false, true, true, Set.of(), Set.of(BRANCH)));
    }

    @Test
    void a_token_carries_what_it_was_given() {
        for (Reach reach : List.of(
                Reach.ALL,
                Reach.NONE,
                Reach.OWN,
                Reach.INSTITUTION,
                TWO_TOWNS,
                BRANCH_ALONE,
                Reach.OWN.or(Reach.INSTITUTION).or(TWO_TOWNS).or(BRANCH_ALONE))) {
            assertThat(Reach.parse(reach.word())).isEqualTo(reach);
        }
        assertThat(Reach.INSTITUTION.or(TWO_TOWNS).word()).isEqualTo("INSTITUTION+TOWNS:500113003,500113004");
        assertThatThrownBy(() -> Reach.parse("EVERYTHING")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_record_of_a_town_is_within_for_who_reaches_it_by_name_or_by_where_they_work() {
        assertThat(ONE_TOWN.comesTo("500113003", Territory.NONE)).isTrue();
        assertThat(ONE_TOWN.comesTo("500113004", HERE)).isFalse();
        assertThat(Reach.INSTITUTION.comesTo("500113003", HERE)).isTrue();
        assertThat(Reach.INSTITUTION.comesTo("500113004", HERE)).isFalse();
        assertThat(Reach.OWN.comesTo("500113003", HERE)).isFalse();
        assertThat(BRANCH_ALONE.comesTo("500113003", HERE)).isFalse();
        assertThat(Reach.ALL.comesTo(null, HERE)).isTrue();
        assertThat(TWO_TOWNS.or(Reach.INSTITUTION).comesTo(null, HERE)).isFalse();
    }

    @Test
    void nobody_gives_more_than_they_reach() {
        assertThat(Reach.ALL.covers(TWO_TOWNS, HERE)).isTrue();
        assertThat(Reach.INSTITUTION.covers(Reach.ALL, HERE)).isFalse();
        assertThat(Reach.INSTITUTION.covers(Reach.OWN, HERE)).isTrue();
        assertThat(Reach.OWN.covers(Reach.INSTITUTION, HERE)).isFalse();
        assertThat(Reach.INSTITUTION.covers(BRANCH_ALONE, HERE))
                .as("a branch of the own bank")
                .isTrue();
        assertThat(Reach.INSTITUTION.covers(Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(OTHER)), HERE))
                .isFalse();
        assertThat(Reach.INSTITUTION.covers(ONE_TOWN, HERE))
                .as("the town that one is")
                .isTrue();
        assertThat(Reach.INSTITUTION.covers(TWO_TOWNS, HERE)).isFalse();
        assertThat(TWO_TOWNS.covers(ONE_TOWN, Territory.NONE)).isTrue();
        assertThat(ONE_TOWN.covers(TWO_TOWNS, Territory.NONE)).isFalse();
    }
}
