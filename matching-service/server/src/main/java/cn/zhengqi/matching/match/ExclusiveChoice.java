package cn.zhengqi.matching.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed where an enterprise could have several policies that exclude each other. The enterprise decides.
 *
 * @param proposed whether this one is proposed
 * @param insteadOf codes of the policies in whose place it is proposed; empty where it is not
 * @param inFavourOf code of the policy that is proposed in its place; absent where it is proposed itself
 * @param reason Chinese: why
 */
public record ExclusiveChoice(
        boolean proposed, List<String> insteadOf, @Nullable String inFavourOf, String reason) {}
