package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.CallingSystem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applications made to the bank that answers for a system and to its branches, and no other; in the sandbox those of demo enterprises alone. From the primary, because a system
 * looks right after it changed something.
 */
@Component
@Transactional
class SystemInbox {

    private final LoanApplicationMapper applications;
    private final Courses courses;
    private final PromisedAnswer answer;

    SystemInbox(LoanApplicationMapper applications, Courses courses, PromisedAnswer answer) {
        this.applications = applications;
        this.courses = courses;
        this.answer = answer;
    }

    /** @param since what did not change from then on is left out */
    record Query(
            List<UUID> bankIds,
            boolean demoOnly,
            @Nullable ApplicationStatus status,
            @Nullable Instant since) {}

    Page<SystemApplication> list(
            CallingSystem system,
            @Nullable ApplicationStatus status,
            @Nullable OffsetDateTime since,
            PageRequest page) {
        Query query =
                new Query(system.institutions(), system.sandbox(), status, since == null ? null : since.toInstant());
        List<LoanApplication> found = applications.inbox(query, page);
        Map<UUID, PromiseView> promises =
                answer.of(found.stream().map(LoanApplication::id).toList());
        return Page.of(found, applications.countInbox(query), page)
                .map(it -> SystemApplication.of(it, List.of(), promises.get(it.id())));
    }

    /** @throws ProblemException NOT_FOUND also for another bank's: that it exists is nobody else's business */
    SystemApplication detail(UUID id, CallingSystem system) {
        return SystemApplication.of(find(id, system), courses.of(id), answer.of(id));
    }

    /**
     * The scope in which the system acts on this application. Neither whose it is nor whether it is of the demo ever changes.
     *
     * @throws ProblemException NOT_FOUND
     */
    DataScope scope(UUID id, CallingSystem system) {
        return DataScope.ofInstitution(find(id, system).bankId());
    }

    private LoanApplication find(UUID id, CallingSystem system) {
        return applications
                .findWithin(id, DataScope.ofInstitutions(system.institutions()))
                .filter(it -> system.sees(it.demo()))
                .orElseThrow(LoanApplications::notFound);
    }
}
