package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.benefit.BenefitSums;
import org.jspecify.annotations.Nullable;

/**
 * On what estimated money rests.
 *
 * @param words of the document; absent where none are entered
 * @param method how it is reckoned, or why it cannot be
 * @param reckoned whether the words state something that comes to a sum
 * @param averaged whether each enterprise counts with the average of its size: of sizes without one nothing is reckoned, whatever figures they have
 */
public record SandboxBenefit(@Nullable String words, String method, boolean reckoned, boolean averaged) {

    static SandboxBenefit of(@Nullable String words) {
        String stated = stated(words);
        return new SandboxBenefit(stated, BenefitSums.method(stated), BenefitSums.reckoned(stated), false);
    }

    /** @param figure by which it is reckoned, and which is for the enterprises alone */
    static SandboxBenefit averaged(String words, String figure) {
        return new SandboxBenefit(
                words,
                BenefitSums.method(words) + "；" + figure + "只对企业本人可见，每家都按您管辖范围内同规模企业的平均数计（亏损按 0，保留两位有效数字，不足 "
                        + SizeAverages.FEWEST + " 家或一家占一半以上的规模与相邻规模合并）",
                true,
                true);
    }

    /** Where who gains and who loses rests on what is for the enterprises alone, and the sum on figures that others know: it would say who they are. */
    static SandboxBenefit untold(String words) {
        return new SandboxBenefit(words, "条件用到只对企业本人可见的数据，随各企业数据不同的金额不测算，以免反推哪些企业符合", false, false);
    }

    private static @Nullable String stated(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
