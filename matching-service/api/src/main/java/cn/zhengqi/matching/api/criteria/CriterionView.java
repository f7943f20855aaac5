package cn.zhengqi.matching.api.criteria;

import org.jspecify.annotations.Nullable;

/**
 * One condition as it was published, to be read by people; what is matched is the rule.
 *
 * @param label what it is about
 * @param text the words of the document or of the bank
 * @param certain false: the figure was not checked against the document, shown as 待核实
 * @param group conditions of one group are alternatives
 */
public record CriterionView(
        String label,
        String text,
        boolean certain,
        @Nullable String group) {}
