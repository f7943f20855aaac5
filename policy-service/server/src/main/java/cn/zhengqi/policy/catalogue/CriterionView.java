package cn.zhengqi.policy.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One condition as the document states it.
 *
 * @param label what it is about
 * @param text the words of the document
 * @param certain false: the figure was not checked against the document, shown as 待核实
 * @param group conditions of one group are alternatives
 */
public record CriterionView(
        String label,
        String text,
        boolean certain,
        @Nullable String group) {}
