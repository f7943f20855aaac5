package cn.zhengqi.policy.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A policy that cannot be had together with another one.
 *
 * @param clause the words that say so, in the one document or in the other
 * @param place where they stand there
 * @param certain false: not checked against the document, shown as 待核实
 */
public record IncompatiblePolicy(
        PolicyRef policy, String clause, @Nullable String place, boolean certain) {}
