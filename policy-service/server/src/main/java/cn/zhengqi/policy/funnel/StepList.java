package cn.zhengqi.policy.funnel;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.data.SelectedList;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.core.type.TypeReference;

/** The rows that a figure of the funnel counts, with what each handed in, as far as the reader's scope goes. */
@Component
class StepList {

    /** An enterprise is one row, under the projects of however many departments within the scope it counts. */
    private static final String STEPS = """
            from (
              select enterprise_id, min(at) as at, array_agg(institution_id) filter (where institution_id is not null) as institutions
              from policy_step
              where policy_id = :policy::uuid and step = :step::text
                and case when :everything then institution_id is null else institution_id = any(:institutions) end
              group by enterprise_id) s
            cross join lateral (
              select jsonb_agg(jsonb_build_object(
                  'kind', c.kind, 'id', case when case c.kind
                      when 'DECLARATION' then :everything or c.institution_id = any(:readable)
                      else c.institution_id = any(:own) end then c.id end,
                  'number', c.number, 'project', c.project_title, 'institution', c.institution_name) order by c.at desc, c.id) as cases,
                (array_agg(c.enterprise_name order by c.at desc, c.id))[1] as enterprise_name,
                (array_agg(c.policy_title order by c.at desc, c.id))[1] as policy_title,
                string_agg(c.institution_name, '、' order by c.at desc, c.id) filter (where c.newest = 1) as institutions
              from (
                select *, row_number() over (partition by institution_id order by at desc, id) as newest
                from (
                  select 'DECLARATION' as kind, d.id, d.number, d.project_title, d.institution_id, d.institution_name, d.enterprise_name, d.policy_title, d.submitted_at as at
                  from declaration d
                  where d.enterprise_id = s.enterprise_id and d.policy_id = :policy::uuid and d.status <> 'DRAFT'
                  union all
                  select 'REDEMPTION', a.id, a.number, a.project_title, a.institution_id, a.institution_name, a.enterprise_name, a.policy_title, a.submitted_at
                  from redemption_application a
                  where a.enterprise_id = s.enterprise_id and a.policy_id = :policy::uuid and a.status not in ('OFFERED', 'DECLINED')) one) c
              where s.institutions is null or c.institution_id = any(s.institutions)) handed_in
            where (:pattern::text is null or handed_in.enterprise_name ilike :pattern)
            """;

    private static final String ROWS = """
            select s.enterprise_id, coalesce(handed_in.enterprise_name, '—') as enterprise_name, coalesce(handed_in.policy_title, '—') as policy_title,
              case when s.institutions is not null then handed_in.institutions end as institution, s.at, coalesce(handed_in.cases, '[]') as cases
            """;

    private static final TypeReference<List<EnterpriseAtStep.Case>> CASES = new TypeReference<>() {};

    private final SelectedList<EnterpriseAtStep> steps;

    StepList(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.steps = new SelectedList<>(jdbc, transactions, ROWS, STEPS, StepList::row);
    }

    Page<EnterpriseAtStep> page(StepFilter filter, @Nullable String sort, PageRequest page, CurrentUser user) {
        return steps.page(order(sort), page, asked(filter, user));
    }

    void each(StepFilter filter, @Nullable String sort, CurrentUser user, Consumer<EnterpriseAtStep> receiver) {
        steps.each(order(sort), asked(filter, user), receiver);
    }

    long count(StepFilter filter, CurrentUser user) {
        return steps.count(asked(filter, user));
    }

    private static String order(@Nullable String sort) {
        Sort<String> asked = Sort.parse(sort, Map.of("at", "s.at", "enterpriseName", "handed_in.enterprise_name"));
        return " order by " + (asked == null ? "s.at desc" : asked.by() + (asked.ascending() ? "" : " desc"))
                + ", s.enterprise_id";
    }

    /** The scope is that of the figure: declarations. */
    private static UnaryOperator<JdbcClient.StatementSpec> asked(StepFilter filter, CurrentUser user) {
        Reach reach = user.reach(ScopedResource.DECLARATION);
        DataScope counted = DataScope.ofFigures(reach, user.territory());
        DataScope readable = DataScope.of(reach, user.territory(), user.accountId());
        return statement -> statement
                .param("everything", counted.everything())
                .param("institutions", counted.institutions().toArray(UUID[]::new))
                .param("readable", readable.institutions().toArray(UUID[]::new))
                .param("own", user.territory().institutions().toArray(UUID[]::new))
                .param("policy", filter.policyId())
                .param("step", filter.step() == null ? null : filter.step().name())
                .param("pattern", LikePattern.containing(filter.q()));
    }

    private static EnterpriseAtStep row(ResultSet row, int number) throws SQLException {
        return new EnterpriseAtStep(
                row.getObject("enterprise_id", UUID.class),
                row.getString("enterprise_name"),
                row.getString("policy_title"),
                row.getString("institution"),
                row.getObject("at", OffsetDateTime.class),
                Json.MAPPER.readValue(row.getString("cases"), CASES));
    }
}
