package cn.zhengqi.policy.catalogue;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the policy library, counted from its own tables, against which the statistics are checked. */
@RestController
class InternalTotals {

    private final TotalsMapper totals;

    InternalTotals(TotalsMapper totals) {
        this.totals = totals;
    }

    @GetMapping("/internal/totals")
    Totals totals() {
        return new Totals(totals.published());
    }

    /** @param policies that can be read */
    record Totals(long policies) {}

    @Mapper
    interface TotalsMapper {

        @Select("select count(*) from policy_edition where publication = 'PUBLISHED'")
        long published();
    }
}
