package cn.zhengqi.finance.draft;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise's draft of an application for one product; whoever of it goes on with it, goes on with the same. */
@TableName("loan_draft")
@SuppressWarnings("UnusedVariable") // some columns are only written
class LoanDraft {

    @TableId
    private UUID id;

    private UUID enterpriseId;
    private UUID productId;
    private int productEdition;

    private @Nullable String amountWan;

    private @Nullable Integer termMonths;

    private @Nullable String purpose;

    private @Nullable String purposeNote;

    private @Nullable LoanKind kind;

    private @Nullable UUID renewsApplicationId;

    private @Nullable String contactName;

    private boolean useAccountPhone;

    private @Nullable DraftPhone contactPhone;

    private UUID authorId;
    private String authorName;
    private Instant begunAt;
    private Instant savedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private LoanDraft() {}

    @SuppressWarnings("NullAway.Init") // the first save says the rest
    private LoanDraft(UUID enterpriseId, UUID productId, Instant at) {
        this.id = Ids.next();
        this.enterpriseId = enterpriseId;
        this.productId = productId;
        this.begunAt = at;
    }

    static LoanDraft begin(LoanProduct product, int seenEdition, DraftContent content, DraftAuthor author, Instant at) {
        LoanDraft it = new LoanDraft(author.enterpriseId(), product.id(), at);
        it.write(product, seenEdition, content, author, at);
        return it;
    }

    /**
     * @param seenVersion that the author went on from; another than the stored one: a colleague, or another window, was here
     * @param seenEdition of the product, as the author had it on screen
     * @throws ProblemException VERSION_CONFLICT
     */
    void save(
            @Nullable Integer seenVersion,
            LoanProduct product,
            int seenEdition,
            DraftContent content,
            DraftAuthor author,
            Instant at) {
        seenAs(seenVersion);
        write(product, seenEdition, content, author, at);
    }

    /** @throws ProblemException VERSION_CONFLICT */
    void seenAs(@Nullable Integer seenVersion) {
        if (seenVersion == null || seenVersion != version) {
            throw ProblemException.versionConflict();
        }
    }

    private void write(LoanProduct product, int seenEdition, DraftContent content, DraftAuthor author, Instant at) {
        productEdition = Math.min(seenEdition, product.edition());
        amountWan = content.amountWan();
        termMonths = content.termMonths();
        purpose = content.purpose();
        purposeNote = content.purposeNote();
        kind = content.kind();
        renewsApplicationId = content.renewsApplicationId();
        contactName = content.contactName();
        useAccountPhone = content.useAccountPhone();
        contactPhone = content.contactPhone();
        authorId = author.accountId();
        authorName = author.name();
        savedAt = at;
    }

    /** Whether a save would change nothing: then it is one whose answer was lost on the way. */
    boolean says(DraftContent content, int seenEdition) {
        return content().equals(content) && productEdition >= seenEdition;
    }

    DraftContent content() {
        return new DraftContent(
                amountWan,
                termMonths,
                purpose,
                purposeNote,
                kind,
                renewsApplicationId,
                contactName,
                useAccountPhone,
                contactPhone);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    int productEdition() {
        return productEdition;
    }

    boolean isBy(UUID account) {
        return authorId.equals(account);
    }

    String authorName() {
        return authorName;
    }

    Instant savedAt() {
        return savedAt;
    }

    int version() {
        return version;
    }
}
