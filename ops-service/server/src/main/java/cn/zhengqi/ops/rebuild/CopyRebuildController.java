package cn.zhengqi.ops.rebuild;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.ops.evaluation.CaseEvents;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild ops}. Evaluations and who was asked for one are ops' own and stay untouched. */
@RestController
@Callers(Callers.OPERATIONS)
class CopyRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of(CaseEvents.NAME, WorkCalendars.COPY),
            List.of("finished_case", "claim_town", "case_answer", "case_end", WorkCalendars.TABLE));

    private final Rebuild rebuild;
    private final CopySource.User user;
    private final CopySource.Code code;
    private final CopySource.Policy policy;
    private final CopySource.Finance finance;

    CopyRebuildController(
            Rebuild rebuild,
            CopySource.User user,
            CopySource.Code code,
            CopySource.Policy policy,
            CopySource.Finance finance) {
        this.rebuild = rebuild;
        this.user = user;
        this.code = code;
        this.policy = policy;
        this.finance = finance;
    }

    @PostMapping("/internal/ops/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, List.of(user::events, code::events, policy::events, finance::events));
    }
}
