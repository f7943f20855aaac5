package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scoring table with a pass mark. Unknown items make the score an interval; the condition is unknown while the pass mark
 * lies inside it.
 *
 * @param pass the pass mark in points
 * @param strict true where the pass mark itself is not enough (70 分以上, 不含 70 分)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Score(
        @Nullable String label, @Nullable Clause clause, BigDecimal pass, boolean strict, List<Group> groups)
        implements Criterion {

    public Score {
        groups = Parts.notEmpty(groups, "score");
    }

    /** The most that can be had. */
    public BigDecimal maximum() {
        return groups.stream().map(Group::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Items that are added up.
     *
     * @param minimum points that this group must reach besides the pass mark, itself included; absent = none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(String name, @Nullable BigDecimal minimum, List<Item> items) {

        public Group {
            items = Parts.notEmpty(items, "a score group");
        }

        BigDecimal maximum() {
            return items.stream().map(Item::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * One line of the table: the first tier that is met gives its points.
     *
     * @param otherwise points when no tier is met
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String name,
            List<Tier> tiers,
            BigDecimal otherwise,
            @Nullable Clause clause) {

        public Item {
            tiers = Parts.notEmpty(tiers, "a score item");
        }

        BigDecimal maximum() {
            return tiers.stream().map(Tier::points).reduce(otherwise, BigDecimal::max);
        }
    }

    /** Points for a condition. */
    public record Tier(BigDecimal points, Criterion when) {}
}
