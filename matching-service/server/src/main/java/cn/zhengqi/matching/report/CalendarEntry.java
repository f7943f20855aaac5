package cn.zhengqi.matching.report;

import java.time.LocalDate;

/**
 * A day to keep in mind.
 *
 * @param code of the policy that it is about
 * @param certain false shows 待核实: whether it was extended is not known
 */
public record CalendarEntry(LocalDate day, Kind kind, String code, String title, String words, boolean certain) {

    /** What happens on it. */
    public enum Kind {
        /** The first day on which it applies. */
        BEGINS,
        /** The last day on which it applies. */
        ENDS,
        /** The first day on which a condition is met by the course of time. */
        CONDITION_MET
    }
}
