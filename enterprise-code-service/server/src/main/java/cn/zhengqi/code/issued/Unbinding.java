package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.finance.api.InternalRunningApplications.Running;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.api.InternalRunningCases;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ends what an enterprise has here: nobody acts for it any more. An enterprise that owes a bank an answer or money, or of which a department decides something, keeps its people until that is done. */
@Component
class Unbinding {

    private final Codes codes;
    private final InternalRunningApplications applications;
    private final InternalRunningCases cases;
    private final OneEffect once;
    private final Clock clock;

    Unbinding(
            Codes codes,
            InternalRunningApplications applications,
            InternalRunningCases cases,
            OneEffect once,
            Clock clock) {
        this.codes = codes;
        this.applications = applications;
        this.cases = cases;
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
        Running loans = applications.running(enterpriseId);
        InternalRunningCases.Running policies = cases.running(enterpriseId);
        mustHaveNothingRunning(loans.count(), policies.declarations(), policies.redemptions());
        Instant ended = loans.countedAt().isBefore(asked) ? loans.countedAt() : asked;
        return once.of(() -> codes.unbind(enterpriseId, codeId, version, actor, reason, ended));
    }

    private static void mustHaveNothingRunning(long loans, long declarations, long redemptions) {
        List<String> running = Stream.of(
                        inWords(loans, "未办结的融资申请或未结清的贷款"),
                        inWords(declarations, "办理中的政策申报"),
                        inWords(redemptions, "办理中的兑现申请"))
                .flatMap(Optional::stream)
                .toList();
        if (!running.isEmpty()) {
            throw new ProblemException(
                    CodeProblem.APPLICATIONS_RUNNING,
                    "企业还有 " + String.join("、", running) + "，办结后才能解绑",
                    Map.of("running", loans, "declarations", declarations, "redemptions", redemptions));
        }
    }

    private static Optional<String> inWords(long count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " 件" + what);
    }
}
