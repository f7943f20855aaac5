package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.benefit.BenefitSums;
import org.jspecify.annotations.Nullable;

/**
 * On what estimated money rests.
 *
 * @param words of the document; absent where none are entered
 * @param method how it is reckoned, or why it cannot be
 * @param reckoned whether the words state something that comes to a sum
 */
public record SandboxBenefit(@Nullable String words, String method, boolean reckoned) {

    static SandboxBenefit of(@Nullable String words) {
        String stated = words == null || words.isBlank() ? null : words;
        return new SandboxBenefit(stated, BenefitSums.method(stated), BenefitSums.reckoned(stated));
    }
}
