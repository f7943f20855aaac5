package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.MatchResultCited;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import com.baomidou.mybatisplus.annotation.TableId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in: who asks which bank for what under which edition of its product, and with whose consent. None of it changes afterwards; what becomes of it
 * is of {@link LoanApplication}, with which it shares a row. Amounts in yuan.
 */
@SuppressWarnings("UnusedVariable") // some columns are only written
abstract sealed class LoanSubmission permits LoanApplication {

    @TableId
    private UUID id;

    private String number;
    private UUID productId;
    private int productEdition;
    private String productTitle;
    private String productType;
    private UUID bankId;
    private String bankName;
    private UUID enterpriseId;
    private String enterpriseName;
    private @Nullable String townCode;
    private boolean demo;
    private UUID applicantId;
    private BigDecimal amount;
    private int termMonths;
    private String purpose;
    private @Nullable UUID renewsApplicationId;
    private Channel channel;
    private String contactName;
    private ContactPhone contactPhone;
    private @Nullable UUID matchResultId;
    private @Nullable BigDecimal offeredRate;
    private @Nullable BigDecimal publishedRate;
    private @Nullable Integer publishedTermMonths;
    private Instant consentedAt;
    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    LoanSubmission() {}

    LoanSubmission(String number, LoanProduct product, Applicant applicant, LoanRequest request, Instant at) {
        this.id = Ids.next();
        this.number = number;
        this.productId = product.id();
        this.productEdition = product.edition();
        this.productTitle = product.title();
        this.productType = product.productType();
        this.bankId = product.bankId();
        this.bankName = product.bankName();
        this.enterpriseId = applicant.enterpriseId();
        this.enterpriseName = applicant.enterpriseName();
        this.townCode = applicant.townCode();
        this.demo = applicant.demo();
        this.applicantId = applicant.person().accountId();
        this.amount = request.amount();
        this.termMonths = request.termMonths();
        this.purpose = request.purpose();
        this.renewsApplicationId = request.renewsApplicationId();
        this.channel = request.channel();
        this.contactName = request.contactName();
        this.contactPhone = new ContactPhone(request.contactPhone());
        this.matchResultId = request.matchResultId();
        this.offeredRate = request.offeredRate();
        this.publishedRate = product.maxRate();
        this.publishedTermMonths = product.termMonths();
        this.consentedAt = at;
        this.submittedAt = at;
    }

    /** What matching is told of the result that it was started from; nothing when there is none. */
    @Nullable
    MatchResultCited cited() {
        return matchResultId == null ? null : new MatchResultCited(id, matchResultId, enterpriseId);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID productId() {
        return productId;
    }

    int productEdition() {
        return productEdition;
    }

    String productTitle() {
        return productTitle;
    }

    String productType() {
        return productType;
    }

    UUID bankId() {
        return bankId;
    }

    String bankName() {
        return bankName;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    UUID applicantId() {
        return applicantId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    @Nullable
    String townCode() {
        return townCode;
    }

    boolean demo() {
        return demo;
    }

    BigDecimal amount() {
        return amount;
    }

    int termMonths() {
        return termMonths;
    }

    String purpose() {
        return purpose;
    }

    @Nullable
    UUID renewsApplicationId() {
        return renewsApplicationId;
    }

    Channel channel() {
        return channel;
    }

    String contactName() {
        return contactName;
    }

    String contactPhone() {
        return contactPhone.value();
    }

    @Nullable
    UUID matchResultId() {
        return matchResultId;
    }

    /** Percent a year, of the offer that became this application; null where it came of none. */
    @Nullable
    BigDecimal offeredRate() {
        return offeredRate;
    }

    AskedLoan asked() {
        return new AskedLoan(amount, termMonths, offeredRate, publishedRate, publishedTermMonths);
    }

    Instant submittedAt() {
        return submittedAt;
    }
}
