package cn.zhengqi.code.processing;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.LegalBasis;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which purposes are wanted.
 *
 * @param q part of the purpose or of the service's name
 */
record ProcessingFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable DataCategory category,
        @Nullable LegalBasis basis) {

    @Nullable
    String pattern() {
        return LikePattern.containing(q);
    }
}
