package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.BorrowingHistory.GrantedLoan;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loan applications as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class LoanApplications {

    private final LoanApplicationMapper applications;

    LoanApplications(LoanApplicationMapper applications) {
        this.applications = applications;
    }

    Page<LoanApplicationView> list(ApplicationQuery query, PageRequest page) {
        return Page.of(applications.list(query, page), applications.count(query), page)
                .map(it -> LoanApplicationView.of(it, List.of()));
    }

    /** @throws ProblemException NOT_FOUND also for an application out of scope: that it exists is nobody else's business */
    LoanApplicationView detail(UUID id, DataScope scope) {
        LoanApplication application = applications.findWithin(id, scope).orElseThrow(LoanApplications::notFound);
        return LoanApplicationView.of(application, applications.steps(id));
    }

    long count(ApplicationQuery query) {
        return applications.count(query);
    }

    /** By which consent the enterprise behind an application is read. @throws ProblemException as {@link #detail} */
    Consented consented(UUID id, DataScope scope) {
        LoanApplication it = applications.findWithin(id, scope).orElseThrow(LoanApplications::notFound);
        return new Consented(
                it.number(), it.bankId(), it.bankName(), it.enterpriseId(), it.applicantId(), it.submittedAt());
    }

    /**
     * That it was made to one of these banks, which never changes.
     *
     * @throws ProblemException NOT_FOUND
     */
    void mustBeMadeTo(Set<UUID> banks, UUID id) {
        if (applications.find(id).filter(it -> banks.contains(it.bankId())).isEmpty()) {
            throw notFound();
        }
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ApplicationQuery query, Consumer<LoanApplicationView> row) {
        applications.each(query, it -> row.accept(LoanApplicationView.of(it.getResultObject(), List.of())));
    }

    /** Whether the next loan of an enterprise is its first, and which earlier ones it may renew. */
    KindOfNextLoan kindOfNextLoan(UUID enterpriseId) {
        List<GrantedLoan> granted = applications.granted(enterpriseId);
        return new KindOfNextLoan(granted.isEmpty() ? LoanKind.FIRST : LoanKind.RENEWAL, granted);
    }

    List<RefusalReason> refusalReasons() {
        return applications.refusalReasons();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该融资申请");
    }

    /** @param applicantId who consented when they applied, at {@code givenAt} */
    record Consented(
            String number, UUID bankId, String bankName, UUID enterpriseId, UUID applicantId, Instant givenAt) {}

    record KindOfNextLoan(LoanKind kind, List<GrantedLoan> earlierLoans) {}
}
