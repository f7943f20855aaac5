package cn.zhengqi.finance.product;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.kernel.BusinessTime;
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
import java.time.LocalDate;
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
    private @Nullable BigDecimal minAmountWan;
    private @Nullable BigDecimal maxAmountWan;
    private @Nullable Integer minTermMonths;
    private @Nullable Integer termMonths;
    private @Nullable BigDecimal minRate;
    private @Nullable BigDecimal maxRate;
    private String rateText;
    private String summary;
    private ProductCriteria criteria;
    private ProductRule rule;
    private @Nullable ProductOffer offer;
    private int edition;
    private String publishedBy;
    private String source;
    private String confidence;
    private boolean verified;
    private ProductStatus status;
    private @Nullable Integer pinSlot;
    private Instant publishedAt;
    private @Nullable Suspender suspendedBy;
    private @Nullable String suspensionReason;
    private @Nullable Instant suspendedAt;
    private @Nullable String bankSuspensionReason;
    private @Nullable Instant bankSuspendedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private LoanProduct() {}

    @SuppressWarnings("NullAway.Init") // the edition says the rest
    private LoanProduct(String code, Bank bank, Instant at) {
        this.id = Ids.next();
        this.code = code;
        this.bankId = bank.id();
        this.bankName = bank.name();
        this.status = ProductStatus.PUBLISHED;
        this.publishedAt = at;
    }

    public static LoanProduct publish(String code, PublishedTerms terms, Bank bank, Instant at) {
        LoanProduct it = new LoanProduct(code, bank, at);
        it.inForce(terms, at);
        return it;
    }

    /**
     * Its next edition is in force. On the home page it stays, and off sale.
     *
     * @return what the others are told; nothing while it takes no applications
     */
    @Nullable
    LoanProductPublished revise(PublishedTerms terms, Instant at) {
        inForce(terms, at);
        return status == ProductStatus.PUBLISHED ? published(at) : null;
    }

    private void inForce(PublishedTerms terms, Instant at) {
        edition++;
        title = terms.title();
        productType = terms.productType();
        guarantee = terms.guarantee();
        minAmountWan = terms.minAmountWan();
        maxAmountWan = terms.maxAmountWan();
        minTermMonths = terms.minTermMonths();
        termMonths = terms.termMonths();
        minRate = terms.minRate();
        maxRate = terms.maxRate();
        rateText = terms.rateText();
        summary = terms.summary();
        criteria = terms.criteria();
        rule = terms.rule();
        offer = terms.offer();
        publishedBy = terms.publishedBy();
        source = terms.source();
        confidence = terms.confidence();
        verified = terms.confidence().equals("high");
        publishedAt = at;
    }

    /** What is in force. */
    public PublishedTerms terms() {
        return new PublishedTerms(
                title,
                productType,
                guarantee,
                minAmountWan,
                maxAmountWan,
                minTermMonths,
                termMonths,
                minRate,
                maxRate,
                rateText,
                summary,
                criteria,
                rule,
                offer,
                publishedBy,
                source,
                confidence);
    }

    /**
     * Whether so much may be asked for, for so long, on that day.
     *
     * @param amount yuan
     * @throws ProblemException PRODUCT_SUSPENDED, PRODUCT_NO_LONGER_OFFERED after the last day on which its bank has it matched, AMOUNT_OUT_OF_RANGE or TERM_OUT_OF_RANGE
     */
    public void checkRequest(BigDecimal amount, int months, LocalDate day) {
        if (status != ProductStatus.PUBLISHED) {
            throw new ProblemException(FinanceProblem.PRODUCT_SUSPENDED);
        }
        LocalDate last = terms().matchedUntil();
        if (last != null && day.isAfter(last)) {
            throw new ProblemException(
                    FinanceProblem.PRODUCT_NO_LONGER_OFFERED, "银行将该产品匹配至" + BusinessTime.inWords(last) + "，此后不再接受新申请");
        }
        BigDecimal least = minAmountWan == null ? BigDecimal.ZERO : minAmountWan.multiply(WAN);
        BigDecimal most = maxAmountWan == null ? CEILING : maxAmountWan.multiply(WAN);
        if (amount.signum() <= 0 || amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
            throw new ProblemException(
                    FinanceProblem.AMOUNT_OUT_OF_RANGE,
                    least.signum() == 0
                            ? "申请金额应大于零且不超过 " + wan(most) + " 万元"
                            : "申请金额应在 " + wan(least) + " 到 " + wan(most) + " 万元之间");
        }
        int shortest = minTermMonths == null ? 1 : minTermMonths;
        int longest = termMonths == null ? LONGEST_TERM_MONTHS : termMonths;
        if (months < shortest || months > longest) {
            throw new ProblemException(
                    FinanceProblem.TERM_OUT_OF_RANGE, "贷款期限应在 " + shortest + " 到 " + longest + " 个月之间");
        }
    }

    private static String wan(BigDecimal yuan) {
        return yuan.divide(WAN, 2, RoundingMode.DOWN).stripTrailingZeros().toPlainString();
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

    /**
     * New applications are refused from now on; those under way go on. It also leaves the home page. The bank and the finance office may both keep it off sale: each suspension
     * is lifted by itself.
     *
     * @return what the others are told; nothing where it was off sale already
     * @throws ProblemException STATE_CONFLICT when the same side suspended it already
     */
    @Nullable
    LoanProductSuspended suspend(Suspension suspension) {
        if (status == ProductStatus.SUSPENDED
                && suspendedBy != Suspender.FINANCE_OFFICE
                && suspension.by() == Suspender.FINANCE_OFFICE) {
            standsBeside(suspension());
            holds(suspension);
            return null;
        }
        if (suspendedBy == Suspender.FINANCE_OFFICE && suspension.by() == Suspender.BANK && bankSuspension() == null) {
            standsBeside(suspension);
            return null;
        }
        status = status.to(ProductStatus.SUSPENDED);
        pinSlot = null;
        holds(suspension);
        return new LoanProductSuspended(id, code, title, bankId, suspension.at());
    }

    /**
     * The finance office lifts its own suspension, or else that of the bank; a bank never that of the finance office.
     *
     * @return what the others are told; nothing where the other suspension keeps it off sale
     * @throws ProblemException STATE_CONFLICT unless it is suspended, SUSPENDED_BY_FINANCE_OFFICE
     */
    @Nullable
    LoanProductPublished resume(Suspender by, Instant at) {
        ProductStatus resumed = status.to(ProductStatus.PUBLISHED);
        Suspension banks = bankSuspension();
        boolean notTheirs = suspendedBy == Suspender.FINANCE_OFFICE && by == Suspender.BANK;
        if (notTheirs && banks == null) {
            throw new ProblemException(FinanceProblem.SUSPENDED_BY_FINANCE_OFFICE);
        }
        standsBeside(null);
        if (notTheirs) {
            return null;
        }
        holds(banks);
        if (banks != null) {
            return null;
        }
        status = resumed;
        return published(at);
    }

    private void holds(@Nullable Suspension suspension) {
        suspendedBy = suspension == null ? null : suspension.by();
        suspensionReason = suspension == null ? null : suspension.reason();
        suspendedAt = suspension == null ? null : suspension.at();
    }

    private void standsBeside(@Nullable Suspension banks) {
        bankSuspensionReason = banks == null ? null : banks.reason();
        bankSuspendedAt = banks == null ? null : banks.at();
    }

    /** That of the bank where the finance office's holds: once that is lifted it keeps the product off sale. */
    @Nullable
    Suspension bankSuspension() {
        return bankSuspensionReason == null || bankSuspendedAt == null
                ? null
                : new Suspension(Suspender.BANK, bankSuspensionReason, bankSuspendedAt);
    }

    /** The one that holds. Null while it takes applications, and where it was suspended before anybody had to say why. */
    @Nullable
    Suspension suspension() {
        return suspendedBy == null || suspensionReason == null || suspendedAt == null
                ? null
                : new Suspension(suspendedBy, suspensionReason, suspendedAt);
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

    /** Counts from one; an application names that under which it was made. */
    public int edition() {
        return edition;
    }

    @Nullable
    BigDecimal minAmountWan() {
        return minAmountWan;
    }

    @Nullable
    Integer minTermMonths() {
        return minTermMonths;
    }

    @Nullable
    BigDecimal minRate() {
        return minRate;
    }

    /** Percent a year; null where none is published in figures. */
    public @Nullable BigDecimal maxRate() {
        return maxRate;
    }

    /** @throws ProblemException RATE_ABOVE_PRODUCT; a rate below the lowest published one is nobody's harm */
    public void checkRate(BigDecimal rate) {
        if (maxRate != null && rate.compareTo(maxRate) > 0) {
            throw new ProblemException(
                    FinanceProblem.RATE_ABOVE_PRODUCT,
                    "年利率不能高于该产品公布的最高年利率 " + maxRate.stripTrailingZeros().toPlainString() + "%");
        }
    }

    @Nullable
    ProductOffer offer() {
        return offer;
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

    /** Whether new applications are taken. */
    public boolean takesApplications() {
        return status == ProductStatus.PUBLISHED;
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
