package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.web.Callers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.RestController;

/** 免申即享 has no window: nobody hands anything in for it. */
@RestController
@Callers("matching-service")
class WindowsEndpoint implements InternalWindows {

    private final WindowMapper windows;
    private final Clock clock;

    WindowsEndpoint(WindowMapper windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public List<Window> windows() {
        return windows.from(BusinessTime.today(clock));
    }

    @Mapper
    interface WindowMapper {

        @Select("""
                select * from (
                  select 'DECLARATION' as kind, id as project_id, policy_id, title, opens_on, closes_on
                  from declaration_project where status = 'OPEN'
                  union all
                  select 'REDEMPTION', id, policy_id, title, opens_on, closes_on
                  from redemption_project where status = 'OPEN' and kind = 'APPLICATION') open
                where closes_on >= #{day} order by closes_on, project_id
                """)
        List<Window> from(LocalDate day);
    }
}
