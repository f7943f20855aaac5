package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of a consent, without a database. */
class GrantTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private final Grant unsaid = Grant.unsaid(Ids.next(), ConsentCategory.LEGAL, Receiver.usual(ConsentCategory.LEGAL));

    @Test
    void what_nobody_spoke_of_is_not_allowed() {
        assertThat(unsaid.standingOn(TODAY)).isEqualTo(ConsentStanding.NEVER);
    }

    @Test
    void without_a_day_of_its_own_it_holds_for_two_years() {
        Grant given = unsaid.given(null, NOON);

        assertThat(given.validFrom()).isEqualTo(TODAY);
        assertThat(given.standingOn(TODAY.plusYears(2))).isEqualTo(ConsentStanding.GIVEN);
        assertThat(given.standingOn(TODAY.plusYears(2).plusDays(1))).isEqualTo(ConsentStanding.EXPIRED);
    }

    @Test
    void that_of_the_tax_data_holds_for_one_year_as_the_authorization_to_fetch_it_does() {
        Grant given = Grant.unsaid(Ids.next(), ConsentCategory.TAX, Receiver.usual(ConsentCategory.TAX))
                .given(null, NOON);

        assertThat(given.validUntil()).isEqualTo(TODAY.plusYears(1));
    }

    @Test
    void its_last_day_counts_and_is_one_of_the_district() {
        Grant given = unsaid.given(TODAY, NOON);

        assertThat(given.standingOn(BusinessTime.dayOf(Instant.parse("2026-03-10T15:59:59Z")))
                        .allows())
                .isTrue();
        assertThat(given.standingOn(BusinessTime.dayOf(Instant.parse("2026-03-10T16:00:00Z"))))
                .isEqualTo(ConsentStanding.EXPIRED);
    }

    @Test
    void the_same_said_again_is_no_change_another_day_is_one() {
        Grant given = unsaid.given(null, NOON);

        assertThat(given.given(null, NOON.plusSeconds(9))).isSameAs(given);
        Grant shorter = given.given(TODAY.plusDays(3), NOON.plusSeconds(9));
        assertThat(shorter.changeFrom(given, TODAY)).isEqualTo(ConsentChange.Kind.CHANGED);
        assertThat(shorter.grantedAt()).isEqualTo(given.grantedAt());
    }

    @Test
    void given_after_its_end_it_begins_anew() {
        Grant ended = unsaid.given(TODAY, NOON);
        Instant later = NOON.plus(Duration.ofDays(5));

        Grant again = ended.given(null, later);

        assertThat(again.changeFrom(ended, TODAY.plusDays(5))).isEqualTo(ConsentChange.Kind.GIVEN);
        assertThat(again.validFrom()).isEqualTo(TODAY.plusDays(5));
    }

    @Test
    void it_is_withdrawn_once_and_what_was_never_given_cannot_be() {
        Grant withdrawn = unsaid.given(null, NOON).withdrawn(NOON.plusSeconds(1));

        assertThat(withdrawn.standingOn(TODAY)).isEqualTo(ConsentStanding.WITHDRAWN);
        assertThat(withdrawn.withdrawn(NOON.plusSeconds(2))).isSameAs(withdrawn);
        assertThat(unsaid.withdrawn(NOON)).isSameAs(unsaid);
    }

    @Test
    void it_cannot_end_in_the_past_nor_hold_for_more_than_three_years() {
        for (LocalDate wrong : List.of(TODAY.minusDays(1), TODAY.plusYears(3).plusDays(1))) {
            assertThatThrownBy(() -> unsaid.given(wrong, NOON)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void another_application_gives_it_anew_and_never_shortens_it() {
        Grant longer = unsaid.given(TODAY.plusYears(3), NOON);
        Grant anew = longer.givenAnew(NOON.plusSeconds(60));

        assertThat(anew.validUntil()).isEqualTo(TODAY.plusYears(3));
        assertThat(anew.spokenOfSince(NOON.plusSeconds(60))).isTrue();
        assertThat(longer.spokenOfSince(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void a_refusal_says_the_most_that_is_true() {
        List<ConsentCategory> both = List.of(ConsentCategory.BASIC, ConsentCategory.LEGAL);

        assertThat(refusal(Map.of(), both)).isEqualTo(CodeProblem.CONSENT_REQUIRED);
        assertThat(refusal(Map.of(ConsentCategory.BASIC, ConsentStanding.EXPIRED), both))
                .isEqualTo(CodeProblem.CONSENT_EXPIRED);
        assertThat(refusal(
                        Map.of(
                                ConsentCategory.BASIC, ConsentStanding.EXPIRED,
                                ConsentCategory.LEGAL, ConsentStanding.WITHDRAWN),
                        both))
                .isEqualTo(CodeProblem.CONSENT_WITHDRAWN);
        assertThat(new Standings(Map.of(ConsentCategory.BASIC, ConsentStanding.GIVEN)).refusal(both))
                .isEmpty();
    }

    private static Object refusal(Map<ConsentCategory, ConsentStanding> standings, List<ConsentCategory> wanted) {
        return new Standings(standings).refusal(wanted).orElseThrow().code();
    }
}
