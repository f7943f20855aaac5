package cn.zhengqi.finance.product;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.ProductRule;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product as its bank published it. What the source does not say stays absent: no limit is made up, and the
 * bank's own reckoning always has the last word.
 */
@TableName("loan_product")
@SuppressWarnings("UnusedVariable") // some columns are only written
public class LoanProduct {

    /** Asked for without a published limit, one billion yuan is still absurd. */
    static final BigDecimal CEILING = new BigDecimal("1000000000");

    static final int LONGEST_TERM_MONTHS = 360;
    private static final BigDecimal WAN = new BigDecimal("10000");

    @TableId
    private UUID id;

    private String code;
    private String title;
    private UUID bankId;
    private String bankName;
    private String productType;
    private String guarantee;
    private @Nullable BigDecimal maxAmountWan;
    private @Nullable Integer termMonths;
    private String rateText;
    private String summary;
    private ProductCriteria criteria;
    private ProductRule rule;
    private String publishedBy;
    private String source;
    private String confidence;
    private boolean verified;
    private ProductStatus status;
    private @Nullable Integer pinSlot;
    private Instant publishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private LoanProduct() {}

    private LoanProduct(String code, PublishedTerms terms, Bank bank, Instant at) {
        this.id = Ids.next();
        this.code = code;
        this.title = terms.title();
        this.bankId = bank.id();
        this.bankName = bank.name();
        this.productType = terms.productType();
        this.guarantee = terms.guarantee();
        this.maxAmountWan = terms.maxAmountWan();
        this.termMonths = terms.termMonths();
        this.rateText = terms.rateText();
        this.summary = terms.summary();
        this.criteria = terms.criteria();
        this.rule = terms.rule();
        this.publishedBy = terms.publishedBy();
        this.source = terms.source();
        this.confidence = terms.confidence();
        this.verified = terms.confidence().equals("high");
        this.status = ProductStatus.PUBLISHED;
        this.publishedAt = at;
    }

    public static LoanProduct publish(String code, PublishedTerms terms, Bank bank, Instant at) {
        return new LoanProduct(code, terms, bank, at);
    }

    /**
     * Whether so much may be asked for, for so long.
     *
     * @param amount yuan
     * @throws ProblemException PRODUCT_SUSPENDED, AMOUNT_OUT_OF_RANGE or TERM_OUT_OF_RANGE
     */
    public void checkRequest(BigDecimal amount, int months) {
        if (status != ProductStatus.PUBLISHED) {
            throw new ProblemException(FinanceProblem.PRODUCT_SUSPENDED);
        }
        BigDecimal most = maxAmountWan == null ? CEILING : maxAmountWan.multiply(WAN);
        if (amount.signum() <= 0 || amount.compareTo(most) > 0) {
            throw new ProblemException(
                    FinanceProblem.AMOUNT_OUT_OF_RANGE,
                    "申请金额应大于零且不超过 "
                            + most.divide(WAN, 2, RoundingMode.DOWN)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " 万元");
        }
        int longest = termMonths == null ? LONGEST_TERM_MONTHS : termMonths;
        if (months < 1 || months > longest) {
            throw new ProblemException(FinanceProblem.TERM_OUT_OF_RANGE, "贷款期限应在 1 到 " + longest + " 个月之间");
        }
    }

    /** What the other services are told when it can be applied for: at first, and after each suspension. */
    public LoanProductPublished published(Instant at) {
        return new LoanProductPublished(
                id,
                code,
                title,
                bankId,
                bankName,
                productType,
                guarantee,
                maxAmountWan,
                termMonths,
                rateText,
                rule,
                at);
    }

    /** New applications are refused from now on; those under way go on. It also leaves the home page. */
    LoanProductSuspended suspend(Instant at) {
        status = status.to(ProductStatus.SUSPENDED);
        pinSlot = null;
        return new LoanProductSuspended(id, code, title, bankId, at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it is suspended */
    LoanProductPublished resume(Instant at) {
        status = status.to(ProductStatus.PUBLISHED);
        return published(at);
    }

    /** @throws ProblemException PRODUCT_SUSPENDED, STATE_CONFLICT when it is pinned already */
    void pin(int slot) {
        if (status != ProductStatus.PUBLISHED) {
            throw new ProblemException(FinanceProblem.PRODUCT_SUSPENDED);
        }
        if (pinSlot != null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该产品已置顶");
        }
        pinSlot = slot;
    }

    /** @throws ProblemException STATE_CONFLICT when it is not pinned */
    void unpin() {
        if (pinSlot == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该产品未置顶");
        }
        pinSlot = null;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    LoanProduct seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public UUID bankId() {
        return bankId;
    }

    public String bankName() {
        return bankName;
    }

    public String productType() {
        return productType;
    }

    String guarantee() {
        return guarantee;
    }

    public @Nullable BigDecimal maxAmountWan() {
        return maxAmountWan;
    }

    public @Nullable Integer termMonths() {
        return termMonths;
    }

    String rateText() {
        return rateText;
    }

    String summary() {
        return summary;
    }

    ProductCriteria criteria() {
        return criteria;
    }

    String publishedBy() {
        return publishedBy;
    }

    String source() {
        return source;
    }

    String confidence() {
        return confidence;
    }

    boolean verified() {
        return verified;
    }

    ProductStatus status() {
        return status;
    }

    @Nullable
    Integer pinSlot() {
        return pinSlot;
    }

    public int version() {
        return version;
    }
}
