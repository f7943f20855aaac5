package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.ScopeKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource of which a role can say how far it reaches.
 *
 * @param permissions by any of which a role comes to it; without one it matters nothing what the role says
 * @param unsaid how far a role reaches that says nothing
 * @param towns that the caller may let a role reach; absent: all
 * @param institutions that the caller may let a role reach; absent: all
 */
public record ScopedResourceRow(
        String code,
        String name,
        String application,
        Set<String> permissions,
        ScopeKind unsaid,
        List<Choice> kinds,
        @Nullable List<String> towns,
        @Nullable List<UUID> institutions) {

    /** @param grantable whether the caller reaches as far */
    public record Choice(ScopeKind kind, boolean grantable) {}
}
