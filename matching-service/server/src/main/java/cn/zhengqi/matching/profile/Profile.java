package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 企业画像 as its enterprise sees it.
 *
 * @param version goes back with what is filled in, so that nobody overwrites what a colleague reported meanwhile
 * @param completeness share of the facts that can be known from outside and are, 0 to 100
 * @param size 大型, 中型, 小型 or 微型 by the statistical standard; absent while undecided
 */
public record Profile(
        UUID enterpriseId,
        String enterpriseName,
        long version,
        int completeness,
        @Nullable String size,
        List<Group> groups,
        TaxAuthorization taxAuthorization) {

    public record Group(String name, List<Fact> facts) {}

    /**
     * @param value number, boolean, text, ISO day, or list; absent = not known
     * @param valueName what a code is called; absent for what is no code
     * @param source absent = not known
     * @param asOf the day for which the source says it
     * @param years how many figures a YEARS fact has, newest first
     */
    public record Fact(
            String name,
            String label,
            @Nullable String unit,
            FactKind kind,
            @Nullable Object value,
            @Nullable String valueName,
            @Nullable FactSource source,
            @Nullable LocalDate asOf,
            boolean editable,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer years,
            @Nullable List<String> choices,
            @Nullable String hint,
            @Nullable String formula) {}

    /**
     * @param covers labels of the facts that it lets the platform fetch: all that consent is asked for, and nothing else
     * @param due absent where there is no consent whose data is not here yet
     */
    public record TaxAuthorization(
            boolean granted,
            List<String> covers,
            @Nullable Due due,
            @Nullable OffsetDateTime at,
            @Nullable LocalDate until) {

        /** The enterprise has consented, and its data is not here yet. */
        public enum Due {
            FETCHING,
            /** For days there was no answer, and it is not tried again. */
            FAILED
        }
    }
}
