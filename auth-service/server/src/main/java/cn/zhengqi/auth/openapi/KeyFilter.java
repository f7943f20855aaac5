package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys staff look for.
 *
 * @param q part of the system's or the owner's name, or the whole key id
 * @param sort {@code appliedAt} or {@code ownerName} with {@code ,asc} or {@code ,desc}; newest first when absent
 */
record KeyFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable KeyStatus status,
        @Nullable KeyEnvironment environment,
        @Nullable String sort) {

    private static final Map<String, SFunction<OpenApiKey, ?>> SORTABLE =
            Map.of("appliedAt", OpenApiKey::getAppliedAt, "ownerName", OpenApiKey::getOwnerName);

    LambdaQueryWrapper<OpenApiKey> query() {
        LambdaQueryWrapper<OpenApiKey> query = new LambdaQueryWrapper<>();
        if (q != null && !q.isBlank()) {
            String words = LikePattern.literal(q.strip());
            query.and(either -> either.like(OpenApiKey::getSystemName, words)
                    .or()
                    .like(OpenApiKey::getOwnerName, words)
                    .or()
                    .eq(OpenApiKey::getKeyId, q.strip()));
        }
        query.eq(status != null, OpenApiKey::getStatus, status);
        query.eq(environment != null, OpenApiKey::getEnvironment, environment);
        Sort<SFunction<OpenApiKey, ?>> order = Sort.parse(sort, SORTABLE);
        return query.orderBy(
                        true, order != null && order.ascending(), order == null ? OpenApiKey::getAppliedAt : order.by())
                .orderByAsc(OpenApiKey::getId);
    }
}
