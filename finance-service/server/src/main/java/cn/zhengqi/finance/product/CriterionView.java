package cn.zhengqi.finance.product;

import org.jspecify.annotations.Nullable;

/**
 * One condition as published.
 *
 * @param label what it is about
 * @param text the bank's words
 * @param certain false: the figure is not certain, shown as 待核实
 * @param group conditions of one group are alternatives
 */
public record CriterionView(
        String label,
        String text,
        boolean certain,
        @Nullable String group) {}
