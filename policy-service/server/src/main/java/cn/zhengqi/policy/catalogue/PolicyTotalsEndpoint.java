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
        return new PolicyTotals(totals.published());
    }

    @Mapper
    interface TotalsMapper {

        @Select("select count(*) from policy_edition where publication = 'PUBLISHED'")
        long published();
    }
}
