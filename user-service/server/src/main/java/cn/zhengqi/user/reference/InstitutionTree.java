package cn.zhengqi.user.reference;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.web.CurrentUser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which institutions stand below which, and so how far somebody reaches who reaches to the own one and below. */
@Component
public class InstitutionTree {

    private static final String BELOW = """
            with recursive below (id) as (
              select id from institution where id = :top
              union select child.id from institution child join below on child.parent_id = below.id)
            """;

    private final JdbcClient jdbc;

    InstitutionTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What "own institution and below" means for people of this institution. The code of a town's institution is the town's. */
    public Territory territoryOf(UUID institution) {
        record Below(UUID id, String code, String type) {}
        List<Below> below = jdbc.sql(
                        BELOW + "select i.id, i.code, i.type from below join institution i on i.id = below.id")
                .param("top", institution)
                .query((row, n) ->
                        new Below(row.getObject("id", UUID.class), row.getString("code"), row.getString("type")))
                .list();
        return Territory.of(
                institution,
                below.stream().map(Below::id).toList(),
                below.stream()
                        .filter(one -> one.type().equals(InstitutionType.TOWN.name()))
                        .map(Below::code)
                        .toList());
    }

    /** What stands above and below it. */
    InternalInstitutions.Lineage lineageOf(UUID institution) {
        Set<UUID> upwards = new HashSet<>(
                jdbc.sql("""
                        with recursive upwards (id, parent_id) as (
                          select id, parent_id from institution where id = :id
                          union select above.id, above.parent_id
                          from institution above join upwards on above.id = upwards.parent_id)
                        select id from upwards""").param("id", institution).query(UUID.class).list());
        upwards.add(institution);
        Set<UUID> below = new HashSet<>(territoryOf(institution).institutions());
        below.remove(institution);
        return new InternalInstitutions.Lineage(upwards, below);
    }

    /**
     * What this person sees of a resource, by the tree as it is and not as it was when their token was made.
     *
     * @throws ProblemException NO_INSTITUTION
     */
    public DataScope scopeOf(CurrentUser user, ScopedResource resource) {
        Reach reach = user.reach(resource);
        return DataScope.of(
                reach,
                reach.institution() ? territoryOf(user.requireInstitution()) : user.territory(),
                user.accountId());
    }

    /**
     * The institutions whose roles this person sees: the own one and all below.
     *
     * @return null: all, for those who run the platform; otherwise ids
     * @throws ProblemException NO_INSTITUTION
     */
    public UUID @Nullable [] scopeOf(CurrentUser user) {
        if (user.userType() == UserType.OPERATOR) {
            return null;
        }
        return jdbc.sql(BELOW + "select id from below")
                .param("top", user.requireInstitution())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .toArray(UUID[]::new);
    }

    /** Whether {@code id} is {@code top} or stands below it. */
    public boolean isWithin(UUID id, UUID top) {
        return jdbc.sql(BELOW + "select exists (select 1 from below where id = :id)")
                .param("top", top)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether this person may act on roles of the institution. */
    public boolean isInScope(UUID id, CurrentUser user) {
        return user.userType() == UserType.OPERATOR || isWithin(id, user.requireInstitution());
    }
}
