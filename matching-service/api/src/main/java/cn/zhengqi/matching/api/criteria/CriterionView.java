package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition as it was published, to be read by people; what is matched is the rule.
 *
 * @param label what it is about
 * @param text the words of the document or of the bank; where there are none, the fact with what is asked of it
 * @param certain false: the figure was not checked against the document, shown as 待核实
 * @param group conditions of one group are alternatives
 */
public record CriterionView(
        String label,
        String text,
        boolean certain,
        @Nullable String group) {

    /** What the public reads of conditions that the engine told: in the words of the document where it has any. */
    public static List<CriterionView> of(List<ConditionResult> told) {
        List<CriterionView> views = new ArrayList<>();
        told.forEach(condition -> collect(condition, null, views));
        return List.copyOf(views);
    }

    private static void collect(ConditionResult condition, @Nullable String group, List<CriterionView> into) {
        List<ConditionResult> parts = condition.children();
        if (parts == null || parts.isEmpty() || condition.choice() == Choice.SCORE || condition.clause() != null) {
            into.add(new CriterionView(condition.label(), words(condition), condition.certain(), group));
            return;
        }
        String own = condition.choice() == Choice.ALL ? group : "g" + into.size();
        parts.forEach(part -> collect(part, own, into));
    }

    private static String words(ConditionResult condition) {
        if (condition.clause() != null) {
            return condition.clause();
        }
        if (condition.required() != null) {
            return condition.label() + "：" + condition.required();
        }
        return condition.gapText() == null ? condition.label() : condition.gapText();
    }
}
