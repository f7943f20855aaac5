package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param words why not; needed with a no */
public record ExtensionDecision(
        @NotNull(message = "请选择批准或不批准") Boolean approved,

        @Size(max = 200, message = "不超过 200 字") @Nullable String words) {

    /** @throws ProblemException VALIDATION_FAILED for a no without words, or a word in their place */
    public ExtensionDecision {
        if (Boolean.FALSE.equals(approved)) {
            if (words == null || words.isBlank()) {
                throw ProblemException.validation("words", "REQUIRED", "请填写不批准的原因");
            }
            if (Explanation.Letters.areTooFew(words)) {
                throw ProblemException.validation("words", "LENGTH", "不批准的原因为 5 到 200 字");
            }
        }
    }
}
