package cn.zhengqi.policy.express;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.express.ExpressPage.Way;
import cn.zhengqi.policy.project.ProjectMapper;
import cn.zhengqi.policy.project.WindowState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what can be done now, under all published policies, whether it is declared for or paid. Nothing is kept for it: it is the departments' projects, so what they
 * open, move or close is here at once.
 */
@Service
@Transactional(readOnly = true)
class PolicyExpress {

    /** Windows that are over or closed are not asked for; of a policy that was withdrawn, or is over, nothing is taken any more. */
    private static final String PROJECTS = """
            from (
              select 'DECLARATION' as kind, id, policy_id, title, summary, institution_id, institution_name, opens_on, closes_on, quota, demo
              from declaration_project where status = 'OPEN' and closes_on >= :today
              union all
              select case kind when 'EXEMPT' then 'EXEMPT' else 'REDEMPTION' end, id, policy_id, title, summary, institution_id,
                institution_name, opens_on, closes_on, null, demo
              from redemption_project where status = 'OPEN' and closes_on >= :today) p
            join policy_edition e on e.policy_id = p.policy_id and e.publication = 'PUBLISHED'
              and status_on(:today, e.effective_from, e.valid_to, e.superseded_by) in ('EFFECTIVE', 'UPCOMING')
            where (:pattern::text is null or (p.title || ' ' || e.title || ' ' || p.institution_name) ilike :pattern)
            """;

    private static final String OF_CATEGORY = " and (:category::text is null or e.category = :category)";
    private static final String OF_INSTITUTION =
            " and (:institution::uuid is null or p.institution_id = :institution::uuid)";
    private static final String OF_KIND = " and (:kind::text is null or p.kind = :kind)";

    private static final String ROWS = """
            select p.*, e.title as policy_title, e.category, e.benefit,
              p.quota - (select count(*) from declaration d where d.project_id = p.id and d.%s) as places_left,
              (select b.allocated - b.reserved - b.approved - b.paid - b.returned from redemption_budget b where b.project_id = p.id) as money_left
            """.formatted(ProjectMapper.TAKEN);

    /** What can be done today stands first, what is over soonest first of all. */
    private static final String ORDER =
            " order by p.opens_on > :today, case when p.opens_on > :today then p.opens_on else p.closes_on end, p.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyExpress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ExpressPage find(ExpressFilter filter, PageRequest page) {
        LocalDate today = BusinessTime.today(clock);
        String narrowed = PROJECTS + OF_CATEGORY + OF_INSTITUTION + OF_KIND;
        return new ExpressPage(
                bound(ROWS + narrowed + ORDER + " limit :size offset :offset", filter, today)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> project(row, today))
                        .list(),
                bound("select count(*) " + narrowed, filter, today)
                        .query(Long.class)
                        .single(),
                page.page(),
                page.size(),
                ways(
                        "e.category",
                        OF_INSTITUTION + OF_KIND,
                        filter,
                        today,
                        value -> PolicyCategory.valueOf(value).label()),
                institutions(filter, today),
                ways(
                        "p.kind",
                        OF_CATEGORY + OF_INSTITUTION,
                        filter,
                        today,
                        value -> ExpressKind.valueOf(value).label()));
    }

    private List<Way> ways(
            String column, String others, ExpressFilter filter, LocalDate today, Function<String, String> label) {
        return bound(
                        "select " + column + ", count(*) " + PROJECTS + others + " group by 1 order by 2 desc, 1",
                        filter,
                        today)
                .query((row, number) -> new Way(row.getString(1), label.apply(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** Its projects may call a department by several names, where it was renamed: it stands here once. */
    private List<Way> institutions(ExpressFilter filter, LocalDate today) {
        return bound(
                        "select p.institution_id::text, max(p.institution_name), count(*) " + PROJECTS + OF_CATEGORY
                                + OF_KIND + " group by 1 order by 3 desc, 2",
                        filter,
                        today)
                .query((row, number) -> new Way(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, ExpressFilter filter, LocalDate today) {
        return jdbc.sql(sql)
                .param("today", today)
                .param("pattern", LikePattern.containing(filter.q()))
                .param("category", nameOf(filter.category()))
                .param("institution", filter.institutionId())
                .param("kind", nameOf(filter.kind()));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ExpressProject project(ResultSet row, LocalDate today) throws SQLException {
        LocalDate opensOn = row.getObject("opens_on", LocalDate.class);
        LocalDate closesOn = row.getObject("closes_on", LocalDate.class);
        boolean open = !opensOn.isAfter(today);
        Long placesLeft = row.getObject("places_left", Long.class);
        return new ExpressProject(
                ExpressKind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getObject("policy_id", UUID.class),
                row.getString("policy_title"),
                PolicyCategory.valueOf(row.getString("category")),
                row.getString("benefit"),
                row.getString("title"),
                row.getString("summary"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                opensOn,
                closesOn,
                open ? WindowState.OPEN : WindowState.NOT_YET,
                open ? Math.toIntExact(ChronoUnit.DAYS.between(today, closesOn)) : null,
                placesLeft == null ? null : Math.max(0, placesLeft),
                row.getBigDecimal("money_left"),
                row.getBoolean("demo"));
    }
}
