package cn.zhengqi.finance.rebuild;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.finance.application.CodeEnds;
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
            Set.of("KeepEnterprises", "KeepMatchResults", CodeEnds.COPY, WorkCalendars.COPY),
            List.of("enterprise", "match_result", CodeEnds.TABLE, WorkCalendars.TABLE));

    private final Rebuild rebuild;
    private final CopySource.User user;
    private final CopySource.Matching matching;
    private final CopySource.Code code;

    CopyRebuildController(Rebuild rebuild, CopySource.User user, CopySource.Matching matching, CopySource.Code code) {
        this.rebuild = rebuild;
        this.user = user;
        this.matching = matching;
        this.code = code;
    }

    @PostMapping("/internal/finance/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, List.of(user::events, matching::events, code::events));
    }
}
