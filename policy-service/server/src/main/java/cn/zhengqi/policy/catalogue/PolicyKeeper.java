package cn.zhengqi.policy.catalogue;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which policies somebody keeps who may manage the library: those of the own institution and of those within their reach, and those that belong to nobody.
 *
 * @param everything those of every institution
 */
public record PolicyKeeper(boolean everything, List<UUID> institutions) {

    public PolicyKeeper {
        institutions = List.copyOf(institutions);
    }

    /** As far as their roles reach into what is declared for under policies. */
    public static PolicyKeeper of(CurrentUser user) {
        DataScope scope = DataScope.ofFigures(user.reach(ScopedResource.DECLARATION), user.territory());
        TreeSet<UUID> institutions = new TreeSet<>(scope.institutions());
        // Whoever reaches some towns only still works for the own institution.
        if (user.institutionId() != null) {
            institutions.add(user.institutionId());
        }
        return new PolicyKeeper(scope.everything(), List.copyOf(institutions));
    }

    /** @param owner null: it belongs to nobody */
    public boolean keeps(@Nullable UUID owner) {
        return everything || owner == null || institutions.contains(owner);
    }
}
