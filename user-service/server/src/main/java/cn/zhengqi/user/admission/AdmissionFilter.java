package cn.zhengqi.user.admission;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.user.api.InstitutionType;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which applications a list shows; newest first.
 *
 * @param q part of the name
 */
record AdmissionFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable AdmissionStatus status,
        @Nullable InstitutionType type) {

    @Nullable
    String pattern() {
        return LikePattern.containing(q);
    }
}
