package cn.zhengqi.matching.check;

import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.ScoreSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The three grades for what was typed, on one day. Kept nowhere.
 *
 * @param asOf the day for which editions were chosen
 * @param next facts that are open, those of most grades and points first
 */
public record SrdiCheck(LocalDate asOf, List<SrdiGrade> grades, List<FactRef> next) {

    /**
     * One grade as one level (the country, the city) has it, by the edition that holds on the day, or else by the last one whose figures are known.
     *
     * @param grants the qualification
     * @param from since when that edition holds; absent = not recorded
     * @param to its last day; absent = open
     * @param note what to know of its dates
     * @param successor what holds on the day instead; absent while the edition itself holds
     * @param outcome what its conditions say, leaving the dates aside
     * @param entry conditions that have to hold besides the table; all of them where there is no table
     * @param alternatives of which one does as well as the pass mark
     * @param sheet absent where the grade has no scoring table
     */
    public record SrdiGrade(
            UUID policyId,
            String code,
            String title,
            String docNumber,
            String level,
            String edition,
            String grants,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Validity.Status status,
            @Nullable String note,
            @Nullable Successor successor,
            boolean verified,
            boolean held,
            ConditionResult.Outcome outcome,
            List<ConditionResult> entry,
            List<ConditionResult> alternatives,
            @Nullable ScoreSheet sheet,
            List<FactRef> missing) {}

    /**
     * What replaces an edition that has ended.
     *
     * @param from since when
     * @param figuresKnown whether its figures are known here; what is not known is not invented, and nobody is told that they qualify by it
     * @param reason why they are not; absent where they are
     */
    public record Successor(
            String code,
            String title,
            String docNumber,
            @Nullable LocalDate from,
            boolean figuresKnown,
            @Nullable String reason) {}
}
