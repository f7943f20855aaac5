package cn.zhengqi.matching.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day to keep in mind.
 *
 * @param code of the policy that it is about
 * @param certain false shows 待核实: whether it was extended is not known
 * @param link address in the portal of the project that it is about; absent where it is about the document
 */
public record CalendarEntry(
        LocalDate day,
        Kind kind,
        String code,
        String title,
        String words,
        boolean certain,
        @Nullable String link) {

    CalendarEntry(LocalDate day, Kind kind, String code, String title, String words, boolean certain) {
        this(day, kind, code, title, words, certain, null);
    }

    /** What happens on it. */
    public enum Kind {
        /** The first day on which it applies. */
        BEGINS,
        /** The last day on which it applies. */
        ENDS,
        /** The first day on which a condition is met by the course of time. */
        CONDITION_MET,
        /** The first day on which it can be declared. */
        DECLARATION_OPENS,
        /** The last day on which it can be declared. */
        DECLARATION_CLOSES,
        /** The first day on which its money can be applied for. */
        REDEMPTION_OPENS,
        /** The last day on which its money can be applied for. */
        REDEMPTION_CLOSES;

        /** Whether something has to be done by then. */
        boolean isLast() {
            return this == ENDS || this == DECLARATION_CLOSES || this == REDEMPTION_CLOSES;
        }
    }
}
