package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.finance.api.InternalRunningApplications.Running;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends what an enterprise has here: nobody acts for it any more. An enterprise that owes a bank an answer or money keeps its people until that is done. */
@Component
class Unbinding {

    private final Codes codes;
    private final InternalRunningApplications applications;
    private final OneEffect once;
    private final Clock clock;

    Unbinding(Codes codes, InternalRunningApplications applications, OneEffect once, Clock clock) {
        this.codes = codes;
        this.applications = applications;
        this.once = once;
        this.clock = clock;
    }

    /**
     * The code ends as of the question: what finance-service did not count then it takes back when it hears of the end. Of the two clocks the one that is behind says when.
     *
     * @throws ProblemException APPLICATIONS_RUNNING, SERVICE_UNAVAILABLE while nobody can say; what {@link Codes#unbind} throws
     */
    EnterpriseCode unbind(UUID enterpriseId, UUID codeId, int version, Actor actor, String reason) {
        Instant asked = clock.instant();
        Running running = applications.running(enterpriseId);
        if (running.count() > 0) {
            throw new ProblemException(
                    CodeProblem.APPLICATIONS_RUNNING,
                    "企业还有 " + running.count() + " 件未办结的融资申请或未结清的贷款，办结后才能解绑",
                    Map.of("running", running.count()));
        }
        Instant ended = running.countedAt().isBefore(asked) ? running.countedAt() : asked;
        return once.of(() -> codes.unbind(enterpriseId, codeId, version, actor, reason, ended));
    }
}
