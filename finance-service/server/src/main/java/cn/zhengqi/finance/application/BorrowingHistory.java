package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loans that were granted to an enterprise on the platform; decides what may be a first loan (首贷), what a renewal (续贷), and what is
 * neither (新增贷款). Whether there was a loan at any other institution only the bank can say, when it grants.
 */
record BorrowingHistory(List<GrantedLoan> granted) {

    record GrantedLoan(UUID applicationId, String number, String productTitle, UUID bankId, String bankName) {}

    static final BorrowingHistory NONE = new BorrowingHistory(List.of());

    /**
     * @param bankId of the product that is applied for
     * @throws ProblemException NOT_A_FIRST_LOAN, EARLIER_LOAN_REQUIRED, EARLIER_LOAN_UNKNOWN or EARLIER_LOAN_OF_ANOTHER_BANK
     */
    void confirm(LoanKind kind, @Nullable UUID renewsApplicationId, UUID bankId) {
        if (kind != LoanKind.RENEWAL && renewsApplicationId != null) {
            throw new ProblemException(FinanceProblem.EARLIER_LOAN_UNKNOWN, kind.label() + "不能指明原贷款，续借原贷款的请选择续贷");
        }
        switch (kind) {
            case FIRST -> {
                if (!granted.isEmpty()) {
                    throw new ProblemException(FinanceProblem.NOT_A_FIRST_LOAN);
                }
            }
            case RENEWAL -> confirmRenewal(renewsApplicationId, bankId);
            case ADDITIONAL -> {
                // Also without a loan on the platform: the enterprise may have one from before, or from elsewhere.
            }
        }
    }

    private void confirmRenewal(@Nullable UUID renewsApplicationId, UUID bankId) {
        if (renewsApplicationId == null) {
            throw new ProblemException(FinanceProblem.EARLIER_LOAN_REQUIRED);
        }
        GrantedLoan earlier = granted.stream()
                .filter(loan -> loan.applicationId().equals(renewsApplicationId))
                .findAny()
                .orElseThrow(() -> new ProblemException(FinanceProblem.EARLIER_LOAN_UNKNOWN));
        if (!earlier.bankId().equals(bankId)) {
            throw new ProblemException(
                    FinanceProblem.EARLIER_LOAN_OF_ANOTHER_BANK,
                    "所选原贷款由" + earlier.bankName() + "批准，续贷须向该银行申请；向其他银行申请请选择新增贷款");
        }
    }

    /** What the next loan is unless the enterprise says otherwise. */
    LoanKind usualKind() {
        return granted.isEmpty() ? LoanKind.FIRST : LoanKind.ADDITIONAL;
    }

    /** What may be renewed at a bank: its own loans. */
    BorrowingHistory at(UUID bankId) {
        return new BorrowingHistory(
                granted.stream().filter(loan -> loan.bankId().equals(bankId)).toList());
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
