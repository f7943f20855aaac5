package cn.zhengqi.code.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of a consent, without a database. */
class GrantTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static final Set<ScannerKind> ALL = Set.of(ScannerKind.values());

    private final Grant unsaid = Grant.unsaid(Ids.next(), ConsentCategory.LEGAL, Receiver.usual(ConsentCategory.LEGAL));

    @Test
    void what_nobody_spoke_of_is_not_allowed() {
        assertThat(unsaid.standingOn(TODAY)).isEqualTo(ConsentStanding.NEVER);
    }

    @Test
    void without_a_day_of_its_own_it_holds_for_two_years() {
        Grant given = unsaid.given(null, ALL, NOON);

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
        Grant given = unsaid.given(TODAY, ALL, NOON);

        assertThat(given.standingOn(BusinessTime.dayOf(Instant.parse("2026-03-10T15:59:59Z")))
                        .allows())
                .isTrue();
        assertThat(given.standingOn(BusinessTime.dayOf(Instant.parse("2026-03-10T16:00:00Z"))))
                .isEqualTo(ConsentStanding.EXPIRED);
    }

    @Test
    void the_same_said_again_is_no_change_another_day_is_one() {
        Grant given = unsaid.given(null, ALL, NOON);

        assertThat(given.given(null, NOON.plusSeconds(9))).isSameAs(given);
        Grant shorter = given.given(TODAY.plusDays(3), NOON.plusSeconds(9));
        assertThat(shorter.changeFrom(given, TODAY)).isEqualTo(ConsentChange.Kind.CHANGED);
        assertThat(shorter.grantedAt()).isEqualTo(given.grantedAt());
    }

    @Test
    void given_after_its_end_it_begins_anew() {
        Grant ended = unsaid.given(TODAY, ALL, NOON);
        Instant later = NOON.plus(Duration.ofDays(5));

        Grant again = ended.given(null, ALL, later);

        assertThat(again.changeFrom(ended, TODAY.plusDays(5))).isEqualTo(ConsentChange.Kind.GIVEN);
        assertThat(again.validFrom()).isEqualTo(TODAY.plusDays(5));
    }

    @Test
    void it_is_withdrawn_once_and_what_was_never_given_cannot_be() {
        Grant withdrawn = unsaid.given(null, ALL, NOON).withdrawn(NOON.plusSeconds(1));

        assertThat(withdrawn.standingOn(TODAY)).isEqualTo(ConsentStanding.WITHDRAWN);
        assertThat(withdrawn.withdrawn(NOON.plusSeconds(2))).isSameAs(withdrawn);
        assertThat(unsaid.withdrawn(NOON)).isSameAs(unsaid);
    }

    @Test
    void it_cannot_end_in_the_past_nor_hold_for_more_than_three_years() {
        for (LocalDate wrong : List.of(TODAY.minusDays(1), TODAY.plusYears(3).plusDays(1))) {
            assertThatThrownBy(() -> unsaid.given(wrong, ALL, NOON)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void another_application_gives_it_anew_and_never_shortens_it() {
        Grant longer = unsaid.given(TODAY.plusYears(3), ALL, NOON);
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
        assertThat(new Standings(Map.of(ConsentCategory.BASIC, ConsentStanding.GIVEN), ScannerKind.BANK).refusal(both))
                .isEmpty();
    }

    @Test
    void given_to_all_who_scan_it_says_so_and_without_a_word_of_who_scans_it_is_given_to_nobody() {
        Grant given = unsaid.given(null, ALL, NOON);

        assertThat(given.shownTo()).containsExactly(ScannerKind.values());
        assertThat(given.receiverInWords()).isEqualTo("扫码核验人员");
        for (Grant none : List.of(unsaid, given.withdrawn(NOON.plusSeconds(1)))) {
            assertThatThrownBy(() -> none.given(null, null, NOON.plusSeconds(2)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.fieldErrors())
                                    .extracting(FieldProblem::field)
                                    .containsExactly("scanners"));
        }
    }

    @Test
    void it_stands_for_each_kind_of_scanner_by_itself() {
        Grant given = unsaid.given(null, Set.of(ScannerKind.BANK, ScannerKind.GOVERNMENT), NOON);
        Grant narrowed = given.given(null, Set.of(ScannerKind.GOVERNMENT), NOON.plusSeconds(1));

        assertThat(given.receiverInWords()).isEqualTo("政府工作人员、银行");
        assertThat(narrowed.changeFrom(given, TODAY)).isEqualTo(ConsentChange.Kind.CHANGED);
        assertThat(narrowed.validUntil()).isEqualTo(given.validUntil());
        assertThat(narrowed.standingOn(TODAY, ScannerKind.GOVERNMENT)).isEqualTo(ConsentStanding.GIVEN);
        assertThat(narrowed.standingOn(TODAY, ScannerKind.BANK)).isEqualTo(ConsentStanding.WITHDRAWN);
        assertThat(narrowed.standingOn(TODAY, ScannerKind.PROVIDER)).isEqualTo(ConsentStanding.NEVER);
        assertThat(narrowed.standingOn(TODAY.plusYears(3), ScannerKind.GOVERNMENT))
                .isEqualTo(ConsentStanding.EXPIRED);
        assertThat(narrowed.withdrawn(NOON.plusSeconds(2)).standingOn(TODAY, ScannerKind.GOVERNMENT))
                .isEqualTo(ConsentStanding.WITHDRAWN);
        assertThat(narrowed.given(TODAY, NOON.plusSeconds(3)).shownTo())
                .as("another day changes nobody")
                .containsExactly(ScannerKind.GOVERNMENT);
    }

    @Test
    void it_is_given_to_somebody_and_to_scanners_only_where_they_see_it() {
        Grant tax = Grant.unsaid(Ids.next(), ConsentCategory.TAX, Receiver.usual(ConsentCategory.TAX));

        assertThatThrownBy(() -> unsaid.given(null, Set.of(), NOON)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> tax.given(null, Set.of(ScannerKind.BANK), NOON))
                .isInstanceOf(ProblemException.class);
        assertThat(tax.given(null, NOON).shownTo()).isEmpty();
    }

    @Test
    void a_refusal_names_whom_the_enterprise_does_not_allow_it() {
        Standings never = new Standings(Map.of(), ScannerKind.BANK);
        Standings withdrawn =
                new Standings(Map.of(ConsentCategory.LEGAL, ConsentStanding.WITHDRAWN), ScannerKind.GOVERNMENT);

        assertThat(never.why(ConsentCategory.LEGAL)).isEqualTo("企业未授权银行查看");
        assertThat(withdrawn.why(ConsentCategory.LEGAL)).isEqualTo("企业已撤回授权，政府工作人员不能查看");
        assertThat(never.refusal(List.of(ConsentCategory.LEGAL)).orElseThrow().detail())
                .isEqualTo("企业未授权银行查看任何信息");
    }

    private static Object refusal(Map<ConsentCategory, ConsentStanding> standings, List<ConsentCategory> wanted) {
        return new Standings(standings, ScannerKind.BANK)
                .refusal(wanted)
                .orElseThrow()
                .code();
    }
}
