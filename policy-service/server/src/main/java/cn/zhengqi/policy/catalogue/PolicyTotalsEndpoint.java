package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.web.Callers;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class PolicyTotalsEndpoint implements InternalPolicyTotals {

    private final TotalsMapper totals;

    PolicyTotalsEndpoint(TotalsMapper totals) {
        this.totals = totals;
    }

    @Override
    public PolicyTotals totals() {
        return totals.totals();
    }

    /** Steps are counted from the declarations, the applications and the ledger themselves; only who opened a policy stands nowhere else. */
    @Mapper
    interface TotalsMapper {

        @Select("""
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
                      join redemption_entry e on e.application_id = a.id and e.kind = 'APPROVE') approved) as approved,
                  (select count(*) from (
                    select distinct a.policy_id, a.enterprise_id from redemption_application a where a.id in (
                      select application_id from redemption_entry where kind in ('PAY', 'RETURNED')
                      group by application_id having sum(case kind when 'PAY' then amount else -amount end) > 0)) paid) as paid,
                  (select coalesce(sum(case kind when 'PAY' then amount else -amount end), 0) from redemption_entry
                    where kind in ('PAY', 'RETURNED')) as amount_paid""")
        PolicyTotals totals();
    }
}
