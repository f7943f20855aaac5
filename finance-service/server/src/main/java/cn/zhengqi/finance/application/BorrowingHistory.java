package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loans that were granted to an enterprise on the platform; decides what is a first loan (首贷) and what a renewal
 * (续贷). Whether there was a loan at any other institution only the bank can say.
 */
record BorrowingHistory(List<GrantedLoan> granted) {

    record GrantedLoan(UUID applicationId, String number, String productTitle) {}

    static final BorrowingHistory NONE = new BorrowingHistory(List.of());

    /** @throws ProblemException NOT_A_FIRST_LOAN, EARLIER_LOAN_REQUIRED or EARLIER_LOAN_UNKNOWN */
    void confirm(LoanKind kind, @Nullable UUID renewsApplicationId) {
        switch (kind) {
            case FIRST -> {
                if (renewsApplicationId != null) {
                    throw new ProblemException(FinanceProblem.EARLIER_LOAN_UNKNOWN, "首贷不能指明原贷款，请选择续贷");
                }
                if (!granted.isEmpty()) {
                    throw new ProblemException(FinanceProblem.NOT_A_FIRST_LOAN);
                }
            }
            case RENEWAL -> {
                if (renewsApplicationId == null) {
                    throw new ProblemException(FinanceProblem.EARLIER_LOAN_REQUIRED);
                }
                if (granted.stream().noneMatch(loan -> loan.applicationId().equals(renewsApplicationId))) {
                    throw new ProblemException(FinanceProblem.EARLIER_LOAN_UNKNOWN);
                }
            }
        }
    }

    BorrowingHistory without(UUID applicationId) {
        return new BorrowingHistory(granted.stream()
                .filter(loan -> !loan.applicationId().equals(applicationId))
                .toList());
    }

    /** @throws ProblemException FIRST_LOAN_ALREADY_GRANTED when another bank was quicker */
    void confirmGrant(LoanKind kind) {
        if (kind == LoanKind.FIRST && !granted.isEmpty()) {
            throw new ProblemException(FinanceProblem.FIRST_LOAN_ALREADY_GRANTED);
        }
    }
}
