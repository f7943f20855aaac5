package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scoring table for one enterprise, item by item. Points are intervals while facts are open: whatever is filled in, the points lie between their ends.
 *
 * @param pass the pass mark
 * @param strict true where the pass mark itself is not enough
 * @param maximum the most that the table can give
 * @param lackingLeast points that are missing to the pass mark at least, 0 where it can be reached by what is open
 * @param lackingMost points that are missing at most, 0 where it is reached
 * @param next the step that gives most for the smallest change; absent where none is known
 */
public record ScoreSheet(
        String label,
        BigDecimal low,
        BigDecimal high,
        BigDecimal pass,
        boolean strict,
        BigDecimal maximum,
        BigDecimal lackingLeast,
        BigDecimal lackingMost,
        List<ScoreGroup> groups,
        @Nullable ScoreStep next) {

    /** Whether the least points that are sure are enough. */
    public boolean surelyPasses() {
        int order = low.compareTo(pass);
        return strict ? order > 0 : order >= 0;
    }

    /**
     * Items that are added up.
     *
     * @param minimum that has to be reached besides the pass mark; absent = none
     */
    public record ScoreGroup(
            String name,
            BigDecimal low,
            BigDecimal high,
            BigDecimal maximum,
            @Nullable BigDecimal minimum,
            List<ScoreItem> items) {}

    /**
     * One line of the table.
     *
     * @param clause how points are given, in the words of the table
     * @param certain false shows 待核实
     * @param missing facts that could decide it
     * @param open why it stays open though nothing can be filled in; absent elsewhere
     * @param step how to get more; absent where it gives all, while it is open, and where nothing can sensibly be done
     */
    public record ScoreItem(
            String name,
            @Nullable String clause,
            boolean certain,
            BigDecimal low,
            BigDecimal high,
            BigDecimal maximum,
            List<FactRef> missing,
            @Nullable String open,
            @Nullable ScoreStep step) {}

    /**
     * A change that gives more points.
     *
     * @param item which it is about
     * @param points how many more
     * @param words what to change, in the unit of the fact
     * @param change how much; absent where it is no number
     */
    public record ScoreStep(
            String item,
            BigDecimal points,
            String words,
            @Nullable Gap change) {}
}
