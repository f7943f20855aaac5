package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.events.Rebuild;
import java.util.List;
import org.springframework.stereotype.Component;

/** The services that statistics are made of. */
@Component
record Sources(
        Source.Auth auth, Source.Code code, Source.Policy policy, Source.Matching matching, Source.Finance finance) {

    List<Rebuild.Source> logs() {
        return List.of(auth::events, code::events, policy::events, matching::events, finance::events);
    }
}
