package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a bank divides its applications among its people. The row is locked first: of two who take the same one, the second reads who was first. */
@Service
@Transactional
class AssignmentDesk {

    private final LoanApplicationMapper applications;
    private final ApplicationDesk desk;

    AssignmentDesk(LoanApplicationMapper applications, ApplicationDesk desk) {
        this.applications = applications;
        this.desk = desk;
    }

    /** @throws ProblemException NOT_FOUND out of scope, and what {@link LoanApplication#take} says */
    LoanApplicationView take(UUID id, DataScope scope, Holder self, Actor officer) {
        LoanApplication application = locked(id, scope);
        LoanApplicationView before = LoanApplicationView.of(application, List.of(), null);
        Instant now = desk.now();
        desk.store(application.take(self, officer, now), now);
        desk.recorded(FinanceAction.APPLICATION_TAKEN, before, application);
        return desk.view(application);
    }

    /**
     * @param to also themselves: any officer whom it is open to takes over what a colleague has, who hears of it
     * @param head whether they may give away what others have, and what nobody has
     * @throws ProblemException NOT_FOUND out of scope, VERSION_CONFLICT, OWN_CASES_ONLY, and what {@link LoanApplication#handOver} says
     */
    LoanApplicationView handOver(
            UUID id, int version, DataScope scope, Holder to, Actor by, boolean head, @Nullable String reason) {
        LoanApplication application = locked(id, scope).seenAs(version);
        Actor next = to.officer();
        boolean takesOver = next != null && next.accountId().equals(by.accountId());
        if (!head && !takesOver && !by.accountId().equals(application.handlerId())) {
            throw new ProblemException(FinanceProblem.OWN_CASES_ONLY);
        }
        return moved(application, to, by, reason, desk.now());
    }

    /**
     * All that somebody has who leaves or is absent, so far as it goes on.
     *
     * @return how many
     */
    int handOverAll(UUID from, DataScope scope, Holder to, Actor by, String reason) {
        List<LoanApplication> held = applications.lockHeldBy(from, scope);
        Instant now = desk.now();
        held.forEach(it -> moved(it, to, by, reason, now));
        desk.changedNow(held.stream().map(LoanApplication::id).toList());
        return held.size();
    }

    private LoanApplicationView moved(
            LoanApplication application, Holder to, Actor by, @Nullable String reason, Instant now) {
        LoanApplicationView before = LoanApplicationView.of(application, List.of(), null);
        FinanceAction action = application.handlerId() == null
                ? FinanceAction.APPLICATION_ASSIGNED
                : FinanceAction.APPLICATION_HANDED_OVER;
        desk.store(application.handOver(to, by, reason, now), now);
        desk.recorded(action, before, application);
        return desk.view(application);
    }

    /** Seen first and locked then: whether it is within the scope may just have changed, and who has it now is what the caller wants to know. */
    private LoanApplication locked(UUID id, DataScope scope) {
        if (applications.findWithin(id, scope).isEmpty()) {
            throw LoanApplications.notFound();
        }
        return applications.lockOne(id).orElseThrow(LoanApplications::notFound);
    }
}
