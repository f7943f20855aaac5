package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a rule is in force, both days included.
 *
 * @param from first day; absent = not recorded, taken as in force
 * @param to last day; absent = open
 * @param toCertain false where an extension beyond {@code to} may exist and was not checked: the rule is then still applied
 *     after that day, with {@code note} shown
 * @param supersededBy code of the policy that replaces it after {@code to}
 * @param note what to tell about the dates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Validity(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean toCertain,
        @Nullable String supersededBy,
        @Nullable String note) {

    /** Without any dates: in force. */
    public static final Validity OPEN = new Validity(null, null, true, null, null);

    public Validity {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A rule cannot end on " + to + " before it begins on " + from);
        }
    }

    /** The state of the rule on a day. */
    public enum Status {
        UPCOMING,
        IN_FORCE,
        /** Past its recorded end, of which it is not known whether it was extended. */
        END_UNVERIFIED,
        EXPIRED,
        SUPERSEDED
    }

    /** The first day as long as that is to come; absent once it has begun. */
    public @Nullable LocalDate beginsAfter(LocalDate day) {
        return statusOn(day) == Status.UPCOMING ? from : null;
    }

    public Status statusOn(LocalDate day) {
        if (from != null && day.isBefore(from)) {
            return Status.UPCOMING;
        }
        if (to == null || !day.isAfter(to)) {
            return Status.IN_FORCE;
        }
        if (!toCertain) {
            return Status.END_UNVERIFIED;
        }
        return supersededBy == null ? Status.EXPIRED : Status.SUPERSEDED;
    }
}
