package cn.zhengqi.auth.app;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which applications staff look for.
 *
 * @param q part of the name or of who runs it, or the whole client id
 * @param enabled whether people may sign in to it
 * @param sort {@code createdAt} or {@code name} with {@code ,asc} or {@code ,desc}; newest first when absent
 */
record AppFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable AppKind kind,
        @Nullable Boolean enabled,
        @Nullable String sort) {

    private static final Map<String, SFunction<ConnectedApp, ?>> SORTABLE =
            Map.of("createdAt", ConnectedApp::getCreatedAt, "name", ConnectedApp::getName);

    LambdaQueryWrapper<ConnectedApp> query() {
        LambdaQueryWrapper<ConnectedApp> query = new LambdaQueryWrapper<>();
        if (q != null && !q.isBlank()) {
            String words = LikePattern.literal(q.strip());
            query.and(either -> either.like(ConnectedApp::getName, words)
                    .or()
                    .like(ConnectedApp::getOwner, words)
                    .or()
                    .eq(ConnectedApp::getClientId, q.strip()));
        }
        query.eq(kind != null, ConnectedApp::getKind, kind);
        if (enabled != null) {
            query.isNull(enabled, ConnectedApp::getDisabledAt).isNotNull(!enabled, ConnectedApp::getDisabledAt);
        }
        Sort<SFunction<ConnectedApp, ?>> order = Sort.parse(sort, SORTABLE);
        return query.orderBy(
                        true,
                        order != null && order.ascending(),
                        order == null ? ConnectedApp::getCreatedAt : order.by())
                .orderByAsc(ConnectedApp::getId);
    }
}
