package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import cn.zhengqi.policy.api.InternalWindows.Kind;
import cn.zhengqi.policy.api.InternalWindows.Window;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other services ask of all policies together. */
@Component
class PolicyFigures {

    /** 免申即享 has no window: nobody hands anything in for it. */
    private static final String WINDOWS = """
            select * from (
              select 'DECLARATION' as kind, id as project_id, policy_id, title, opens_on, closes_on
              from declaration_project where status = 'OPEN'
              union all
              select 'REDEMPTION', id, policy_id, title, opens_on, closes_on
              from redemption_project where status = 'OPEN' and kind = 'APPLICATION') open
            where closes_on >= ? order by closes_on, project_id
            """;

    /** Steps are counted from the declarations, the applications and the ledger themselves; only who opened a policy stands nowhere else. */
    private static final String TOTALS = """
            select
              (select count(*) from policy_edition where publication = 'PUBLISHED') as policies,
              (select count(*) from policy_step where step = 'OPENED') as opened,
              (select count(*) from (
                select policy_id, enterprise_id from declaration where submitted_at is not null
                union select policy_id, enterprise_id from redemption_application
                  where status not in ('OFFERED', 'DECLINED')) filed) as filed,
              (select count(*) from (
                select policy_id, enterprise_id from declaration where status = 'APPROVED'
                union select a.policy_id, a.enterprise_id from redemption_application a
                  join redemption_entry e on e.application_id = a.id and e.kind = 'APPROVE' where a.status <> 'ENDED') approved) as approved,
              (select count(*) from (
                select distinct a.policy_id, a.enterprise_id from redemption_application a where a.id in (
                  select application_id from redemption_entry where kind in ('PAY', 'RETURNED')
                  group by application_id having sum(case kind when 'PAY' then amount else -amount end) > 0)) paid) as paid,
              (select coalesce(sum(case kind when 'PAY' then amount else -amount end), 0) from redemption_entry
                where kind in ('PAY', 'RETURNED')) as amount_paid""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Window> windows() {
        return jdbc.sql(WINDOWS)
                .param(BusinessTime.today(clock))
                .query((row, number) -> new Window(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("project_id", UUID.class),
                        row.getObject("policy_id", UUID.class),
                        row.getString("title"),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class)))
                .list();
    }

    PolicyTotals totals() {
        return jdbc.sql(TOTALS)
                .query((row, number) -> new PolicyTotals(
                        row.getLong("policies"),
                        row.getLong("opened"),
                        row.getLong("filed"),
                        row.getLong("approved"),
                        row.getLong("paid"),
                        row.getBigDecimal("amount_paid")))
                .single();
    }
}
