package cn.zhengqi.finance.rebuild;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild finance}. Applications are finance's own and stay untouched. */
@RestController
@Callers(Callers.OPERATIONS)
class CopyRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of("KeepEnterprises", "KeepMatchResults", WorkCalendars.COPY),
            List.of("enterprise", "match_result", WorkCalendars.TABLE));

    private final Rebuild rebuild;
    private final CopySource.User user;
    private final CopySource.Matching matching;

    CopyRebuildController(Rebuild rebuild, CopySource.User user, CopySource.Matching matching) {
        this.rebuild = rebuild;
        this.user = user;
        this.matching = matching;
    }

    @PostMapping("/internal/finance/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, List.of(user::events, matching::events));
    }
}
