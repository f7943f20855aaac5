package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Portions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.application.BorrowingHistory.GrantedLoan;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loan applications as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
public class LoanApplications {

    private final LoanApplicationMapper applications;
    private final Courses courses;
    private final PromisedAnswer answer;
    private final CodeEnds codes;

    LoanApplications(LoanApplicationMapper applications, Courses courses, PromisedAnswer answer, CodeEnds codes) {
        this.codes = codes;
        this.applications = applications;
        this.courses = courses;
        this.answer = answer;
    }

    Page<LoanApplicationView> list(ApplicationQuery query, PageRequest page) {
        List<LoanApplication> found = applications.list(query, page);
        return Page.of(views(found), applications.count(query), page);
    }

    /** @throws ProblemException NOT_FOUND also for an application out of scope: that it exists is nobody else's business */
    LoanApplicationView detail(UUID id, DataScope scope) {
        LoanApplication application = applications.findWithin(id, scope).orElseThrow(LoanApplications::notFound);
        return LoanApplicationView.of(
                application, codes.frozenSince(application.enterpriseId()), courses.of(id), answer.of(id));
    }

    long count(ApplicationQuery query) {
        return applications.count(query);
    }

    /** By which consent the enterprise behind an application is read. @throws ProblemException as {@link #detail} */
    public Consented consented(UUID id, DataScope scope) {
        LoanApplication it = applications.findWithin(id, scope).orElseThrow(LoanApplications::notFound);
        return new Consented(
                it.number(), it.bankId(), it.bankName(), it.enterpriseId(), it.applicantId(), it.submittedAt());
    }

    /**
     * That it was made to one of these banks, or lies at one of these branches.
     *
     * @throws ProblemException NOT_FOUND
     */
    public void mustBeMadeTo(Set<UUID> banks, UUID id) {
        if (applications
                .find(id)
                .filter(it -> banks.contains(it.bankId()) || banks.contains(it.deskId()))
                .isEmpty()) {
            throw notFound();
        }
    }

    /**
     * That its bank still has to do with it: what an enterprise consented to for its application is for nothing else.
     *
     * @throws ProblemException NOT_FOUND, REPORT_CASE_OVER
     */
    public void mustNotBeOver(UUID id) {
        if (applications
                .find(id)
                .orElseThrow(LoanApplications::notFound)
                .status()
                .isOver()) {
            throw new ProblemException(FinanceProblem.REPORT_CASE_OVER);
        }
    }

    /** @throws ProblemException NOT_FOUND */
    UUID bankOf(UUID id) {
        return applications.find(id).map(LoanApplication::bankId).orElseThrow(LoanApplications::notFound);
    }

    /** Who and what it is about, for whoever tells of it. */
    public Optional<LoanParties> parties(UUID id) {
        return applications.find(id).map(LoanApplication::parties);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ApplicationQuery query, Consumer<LoanApplicationView> row) {
        Portions.<LoanApplication, LoanApplicationView>seenBy(this::views)
                .each(handler -> applications.each(query, handler), row);
    }

    private List<LoanApplicationView> views(List<LoanApplication> found) {
        Map<UUID, PromiseView> promises =
                answer.of(found.stream().map(LoanApplication::id).toList());
        return found.stream()
                .map(it -> LoanApplicationView.of(it, List.of(), promises.get(it.id())))
                .toList();
    }

    /**
     * What the next loan of an enterprise is unless it says otherwise, which earlier ones it may renew, and whether it has asked for this product already.
     *
     * @param productId of whose bank a loan may be renewed; absent: of no product in particular, so of any bank
     */
    KindOfNextLoan kindOfNextLoan(UUID enterpriseId, @Nullable UUID productId) {
        BorrowingHistory history = new BorrowingHistory(applications.granted(enterpriseId));
        if (productId == null) {
            return new KindOfNextLoan(history.usualKind(), history.granted(), null, codes.frozenSince(enterpriseId));
        }
        UUID bankId = applications.bankOf(productId);
        return new KindOfNextLoan(
                history.usualKind(),
                bankId == null ? List.of() : history.at(bankId).granted(),
                applications.open(enterpriseId, productId),
                codes.frozenSince(enterpriseId));
    }

    List<HandlerLoad> handlers(DataScope scope) {
        return applications.handlers(scope);
    }

    List<RefusalReason> refusalReasons() {
        return applications.refusalReasons();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该融资申请");
    }

    /** @param applicantId who consented when they applied, at {@code givenAt} */
    public record Consented(
            String number, UUID bankId, String bankName, UUID enterpriseId, UUID applicantId, Instant givenAt) {}

    /**
     * @param kind the usual one; an additional loan can always be asked for, and a renewal where there is something to renew
     * @param earlierLoans that may be renewed at the bank of the product
     * @param openApplication the one for the same product that the bank has not decided yet: there can be no second
     * @param codeFrozenSince since when the code of the enterprise is frozen; null where it is not
     */
    record KindOfNextLoan(
            LoanKind kind,
            List<GrantedLoan> earlierLoans,
            @Nullable OpenApplication openApplication,
            @Nullable OffsetDateTime codeFrozenSince) {}

    record OpenApplication(UUID applicationId, String number) {}
}
