package cn.zhengqi.code.servicecode;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which codes of services and venues the console shows.
 *
 * @param q part of the name or the place
 * @param sort {@code createdAt,asc} or {@code createdAt,desc}; newest first when absent
 */
record ServiceCodeFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        ServiceCode.@Nullable Kind kind,
        ServiceCode.@Nullable Status status,
        @Nullable String sort) {

    private static final Map<String, SFunction<ServiceCode, ?>> SORTABLE =
            Map.of("createdAt", ServiceCode::getCreatedAt);

    /** @param scope what the caller may see */
    LambdaQueryWrapper<ServiceCode> query(DataScope scope) {
        LambdaQueryWrapper<ServiceCode> query = ServiceCodeMapper.SCOPED.within(scope, new LambdaQueryWrapper<>());
        if (q != null && !q.isBlank()) {
            String words = LikePattern.literal(q.strip());
            query.and(either -> either.like(ServiceCode::getName, words).or().like(ServiceCode::getPlace, words));
        }
        query.eq(kind != null, ServiceCode::getKind, kind);
        query.eq(status != null, ServiceCode::getStatus, status);
        Sort<SFunction<ServiceCode, ?>> order = Sort.parse(sort, SORTABLE);
        return query.orderBy(true, order != null && order.ascending(), ServiceCode::getCreatedAt)
                .orderByAsc(ServiceCode::getId);
    }
}
