package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which institutions stand below which, and so whose people and roles somebody may see. */
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

    /**
     * The institutions whose people and roles this person sees: the own one and all below.
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

    /** Whether this person may act on people and roles of the institution. */
    public boolean isInScope(UUID id, CurrentUser user) {
        return user.userType() == UserType.OPERATOR || isWithin(id, user.requireInstitution());
    }
}
