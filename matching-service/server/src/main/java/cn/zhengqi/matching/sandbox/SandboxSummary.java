package cn.zhengqi.matching.sandbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many gain by a draft, lose and stay unknown.
 *
 * @param enterprises how many were looked at
 * @param switchedOff how many more want no use of their profile for recommendations, and are left out
 * @param listed whether the figures open lists: not where they rest on what is for the enterprises alone
 * @param compared whether there is an edition in force
 * @param beginsOn the first day of the edition that is compared with, where that is yet to come: who meets it does not qualify before
 * @param withheld whether nothing of the draft is counted: one comparison with what is for the enterprises alone is about very few
 * @param fewest of the enterprises of which such facts decide no count is told by which fewer than these are set apart: those are absent
 * @param before how many qualify by the edition in force; absent: there is none
 * @param after how many would by the draft
 * @param decided of those who gain, how many are not decided by the edition in force
 * @param undecided of those who stay unknown, how many qualify by the edition in force
 * @param nearly of those who lose, how many are one condition short by the draft; absent where no lists are opened
 * @param benefit what is gained, by the draft
 * @param benefitBefore what is lost, by the edition in force; absent: there is none
 * @param unknownMoney what it came to if all of whom it is not known qualified
 */
public record SandboxSummary(
        int enterprises,
        int switchedOff,
        boolean listed,
        boolean compared,
        @Nullable LocalDate beginsOn,
        boolean withheld,
        int fewest,
        @Nullable Integer before,
        @Nullable Integer after,
        @Nullable Integer gain,
        @Nullable Integer lose,
        @Nullable Integer unknown,
        @Nullable Integer decided,
        @Nullable Integer undecided,
        @Nullable Integer nearly,
        SandboxBenefit benefit,
        @Nullable SandboxBenefit benefitBefore,
        SandboxMoney gainMoney,
        SandboxMoney loseMoney,
        SandboxMoney unknownMoney,
        List<SandboxSlice> towns,
        List<SandboxSlice> industries,
        List<SandboxSlice> sizes) {}
