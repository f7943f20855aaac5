package cn.zhengqi.stats.funnel;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.SelectedList;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The funnels of policies as far as the reader's scope goes: an enterprise at several of the departments within it counts once. */
@Component
class FunnelList {

    private static final String FUNNELS = """
            from funnel_policy p
            left join (
              select policy_id,
                coalesce(sum(enterprises) filter (where step = 'OPENED'), 0) as opened,
                coalesce(sum(enterprises) filter (where step = 'FILED'), 0) as filed,
                coalesce(sum(enterprises) filter (where step = 'APPROVED'), 0) as approved,
                coalesce(sum(enterprises) filter (where step = 'PAID'), 0) as paid,
                coalesce(sum(amount), 0) as amount_paid
              from funnel_roll_up
              where step = 'OPENED' or case when :everything then institutions = '{}' else institutions && :institutions end
              group by policy_id) r on r.policy_id = p.policy_id
            where p.title is not null
              and (:everything or p.policy_id in (select policy_id from funnel_department where institution_id = any(:institutions)))
              and (:pattern::text is null or p.title ilike :pattern or p.issuer ilike :pattern)
            """;

    private static final String ROWS = """
            select p.policy_id, p.title, p.issuer, p.matched, p.told, coalesce(r.opened, 0) as opened, coalesce(r.filed, 0) as filed,
              coalesce(r.approved, 0) as approved, coalesce(r.paid, 0) as paid, coalesce(r.amount_paid, 0.00) as amount_paid, p.counted_at
            """;

    /** What moves stands first. */
    private static final String ORDER =
            " order by coalesce(r.filed, 0) desc, coalesce(r.opened, 0) desc, coalesce(p.matched, 0) desc, p.title, p.policy_id";

    private final SelectedList<PolicyFunnel> funnels;

    FunnelList(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.funnels = new SelectedList<>(jdbc, transactions, ROWS, FUNNELS, FunnelList::funnel);
    }

    Page<PolicyFunnel> page(FunnelFilter filter, PageRequest page, CurrentUser user) {
        return funnels.page(ORDER, page, asked(filter, user));
    }

    void each(FunnelFilter filter, CurrentUser user, Consumer<PolicyFunnel> receiver) {
        funnels.each(ORDER, asked(filter, user), receiver);
    }

    long count(FunnelFilter filter, CurrentUser user) {
        return funnels.count(asked(filter, user));
    }

    private static UnaryOperator<JdbcClient.StatementSpec> asked(FunnelFilter filter, CurrentUser user) {
        DataScope scope = DataScope.ofFigures(user.reach(ScopedResource.DECLARATION), user.territory());
        return statement -> statement
                .param("everything", scope.everything())
                .param("institutions", scope.institutions().toArray(UUID[]::new))
                .param("pattern", LikePattern.containing(filter.q()));
    }

    private static PolicyFunnel funnel(ResultSet row, int number) throws SQLException {
        return new PolicyFunnel(
                row.getObject("policy_id", UUID.class),
                row.getString("title"),
                row.getString("issuer"),
                row.getObject("matched", Long.class),
                row.getObject("told", Long.class),
                row.getLong("opened"),
                row.getLong("filed"),
                row.getLong("approved"),
                row.getLong("paid"),
                row.getBigDecimal("amount_paid"),
                row.getObject("counted_at", OffsetDateTime.class));
    }
}
