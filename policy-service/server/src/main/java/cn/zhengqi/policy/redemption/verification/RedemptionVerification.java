package cn.zhengqi.policy.redemption.verification;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.api.InternalRedemption;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reconciles, all at one moment: the budgets with the sums of the ledger, with the applications by their states, and with the batches. Sums of all projects stand beside
 * how many projects differ, for what one has too much another may lack. So may two applications of one project: each is held against its own entries and its own payments
 * too, and the first that differ are named.
 */
@Component
class RedemptionVerification {

    /** Of each project: what its budget says, what its entries come to, what its applications hold. */
    private static final String BY_PROJECT = """
            with booked as (
                select e.project_id,
                    sum(e.amount) filter (where e.kind = 'ALLOCATE') as allocated,
                    sum(e.amount) filter (where e.kind = 'RETURN') as returned,
                    sum(case when e.kind = 'RESERVE' then e.amount
                             when e.kind = 'APPROVE' then -e.amount
                             when e.kind = 'RELEASE' and not was.approved then -e.amount end) as reserved,
                    sum(case when e.kind in ('APPROVE', 'RETURNED') then e.amount
                             when e.kind = 'PAY' then -e.amount
                             when e.kind = 'RELEASE' and was.approved then -e.amount end) as approved,
                    sum(case e.kind when 'PAY' then e.amount when 'RETURNED' then -e.amount end) as paid
                from redemption_entry e
                cross join lateral (select exists (
                    select 1 from redemption_entry a where a.application_id = e.application_id and a.kind = 'APPROVE') as approved) was
                group by e.project_id
            ), held as (
                select project_id,
                    sum(amount) filter (where status in ('OFFERED', 'IN_NOTICE')) as reserved,
                    sum(amount) filter (where status in ('APPROVED', 'PAYING', 'PAY_FAILED', 'RETURNED')) as approved,
                    sum(amount) filter (where status = 'PAID') as paid
                from redemption_application group by project_id
            ), batched as (
                select a.project_id,
                    sum(i.amount) filter (where i.outcome = 'PENDING') as paying,
                    sum(i.amount) filter (where i.outcome = 'PAID') as paid
                from redemption_batch_item i join redemption_application a on a.id = i.application_id
                group by a.project_id
            ), paying as (
                select project_id, sum(amount) as amount from redemption_application where status = 'PAYING' group by project_id
            ), figure as (
                select figure.* from redemption_budget b
                left join booked using (project_id) left join held using (project_id)
                left join batched using (project_id) left join paying using (project_id)
                cross join lateral (values
                    (1, 'budget allocated, by the ledger', b.allocated, booked.allocated),
                    (2, 'budget returned, by the ledger', b.returned, booked.returned),
                    (3, 'budget reserved, by the ledger', b.reserved, booked.reserved),
                    (4, 'budget approved, by the ledger', b.approved, booked.approved),
                    (5, 'budget paid, by the ledger', b.paid, booked.paid),
                    (6, 'budget reserved, by applications', b.reserved, held.reserved),
                    (7, 'budget approved, by applications', b.approved, held.approved),
                    (8, 'budget paid, by applications', b.paid, held.paid),
                    (9, 'budget paid, by batches', b.paid, batched.paid),
                    (10, 'applications being paid, by batches', paying.amount, batched.paying)
                ) figure (place, name, here, source)
            )
            """;

    /** As many applications that differ are named. */
    private static final int NAMED = 5;

    /** Of each application: where its money is by its state, by its entries, and by the payment of it that lives. */
    private static final String BY_APPLICATION = """
            , said as (
                select id, number, status, amount,
                    case when status in ('OFFERED', 'IN_NOTICE') then 'RESERVED'
                         when status in ('APPROVED', 'PAYING', 'PAY_FAILED', 'RETURNED') then 'APPROVED'
                         when status = 'PAID' then 'PAID'
                         when status in ('REJECTED', 'WITHDRAWN', 'DECLINED', 'ENDED') and amount is not null then 'RELEASED' end as state
                from redemption_application
            ), entered as (
                select application_id as id, min(amount) as least, max(amount) as most,
                    case when bool_or(kind = 'RELEASE') then 'RELEASED'
                         when count(*) filter (where kind = 'PAY') > count(*) filter (where kind = 'RETURNED') then 'PAID'
                         when bool_or(kind = 'APPROVE') then 'APPROVED'
                         else 'RESERVED' end as state
                from redemption_entry where application_id is not null group by application_id
            ), living as (
                select application_id as id, count(*) as payments, max(outcome) as outcome, max(amount) as amount
                from redemption_batch_item where outcome in ('PENDING', 'PAID') group by application_id
            ), moved as (
                select application_id as id, batch_id, max(amount) as amount,
                    case when bool_or(kind = 'RETURNED') then 'RETURNED' else 'PAID' end as outcome
                from redemption_entry where batch_id is not null group by application_id, batch_id
            ), differing as (
                select 'applications that the ledger has otherwise' as name, said.number
                from said full join entered using (id)
                where said.state is distinct from entered.state
                    or said.state is not null and (said.amount <> entered.least or said.amount <> entered.most)
                union all
                select 'applications that their payments have otherwise', said.number
                from said full join living using (id)
                where case said.status when 'PAYING' then 'PENDING' when 'PAID' then 'PAID' end is distinct from living.outcome
                    or living.id is not null and (living.payments <> 1 or said.amount is distinct from living.amount)
                union all
                select 'payments that the ledger has otherwise', said.number
                from (select application_id as id, batch_id, outcome, amount from redemption_batch_item where outcome in ('PAID', 'RETURNED')) paid
                    full join moved using (id, batch_id) left join said using (id) left join redemption_batch b on b.id = batch_id
                where paid.outcome is distinct from moved.outcome or paid.amount is distinct from moved.amount or b.state is distinct from 'SETTLED'
            )
            """;

    private static final String SUMS = BY_PROJECT + BY_APPLICATION + """
            select name, coalesce(sum(here), 0) as here, coalesce(sum(source), 0) as source from figure group by place, name
            union all
            select 'projects: ' || name, count(*) filter (where coalesce(here, 0) <> coalesce(source, 0)), 0 from figure group by place, name
            union all
            select 'batches, by their payments', coalesce(sum(total), 0),
                coalesce((select sum(amount) from redemption_batch_item where outcome <> 'REMOVED'), 0) from redemption_batch
            union all
            select 'batches whose payments differ', count(*), 0 from redemption_batch b
            cross join lateral (select sum(i.amount) as total, count(*) as payments
                from redemption_batch_item i where i.batch_id = b.id and i.outcome <> 'REMOVED') made
            where made.total is distinct from b.total or made.payments <> b.payments
            union all
            select 'payments pending outside an open batch', count(*), 0
            from redemption_batch_item i join redemption_batch b on b.id = i.batch_id
            where i.outcome <> 'REMOVED' and (i.outcome = 'PENDING') <> (b.state in ('DRAFT', 'APPROVED', 'EXPORTED'))
            union all
            select 'applications paid more than once', count(*), 0
            from (select 1 from redemption_entry where application_id is not null group by application_id
                having count(*) filter (where kind = 'PAY') - count(*) filter (where kind = 'RETURNED') > 1) twice
            union all
            select name || coalesce(': ' || (select string_agg(number, ', ' order by number) from (
                    select d.number from differing d where d.name = which.name order by d.number limit %1$d) first), ''),
                (select count(*) from differing d where d.name = which.name), 0
            from (values ('applications that the ledger has otherwise'), ('applications that their payments have otherwise'),
                ('payments that the ledger has otherwise')) which (name)
            union all
            select 'money that came back, by what was confirmed', coalesce(sum(amount), 0),
                coalesce((select sum(amount) from redemption_return where state = 'CONFIRMED'), 0) from redemption_entry where kind = 'RETURNED'
            """.formatted(NAMED);

    private final JdbcClient jdbc;
    private final Clock clock;

    RedemptionVerification(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From the primary: what was booked a moment ago counts. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public InternalRedemption.Report verify() {
        List<InternalRedemption.Row> rows = jdbc.sql(SUMS)
                .query((row, number) -> {
                    BigDecimal here = row.getBigDecimal("here");
                    BigDecimal source = row.getBigDecimal("source");
                    return new InternalRedemption.Row(row.getString("name"), here, source, here.subtract(source));
                })
                .list();
        return new InternalRedemption.Report(BusinessTime.at(clock.instant()), rows);
    }
}
