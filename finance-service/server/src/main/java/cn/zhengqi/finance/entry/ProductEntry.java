package cn.zhengqi.finance.entry;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A product, or its next edition, on the way from a bank's person to being published. */
@TableName("loan_product_entry")
@SuppressWarnings("UnusedVariable") // some columns are only written
class ProductEntry {

    @TableId
    private UUID id;

    private @Nullable UUID productId;
    private @Nullable Integer edition;
    private UUID bankId;
    private String bankName;
    private String title;
    private ProductContent content;
    private EntryStatus status;
    private UUID enteredBy;
    private String enteredByName;
    /** All who entered or handed it in: none of them reviews it. */
    private List<String> authors;

    private Instant changedAt;

    private @Nullable Instant submittedAt;

    private @Nullable UUID submittedBy;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable String returnReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private ProductEntry() {}

    private ProductEntry(Bank bank, @Nullable UUID product, ProductContent content, Person person, Instant at) {
        this.id = Ids.next();
        this.productId = product;
        this.bankId = bank.id();
        this.bankName = bank.name();
        this.content = content;
        this.title = titleOf(content);
        this.status = EntryStatus.DRAFT;
        this.enteredBy = person.account();
        this.enteredByName = person.name();
        this.authors = List.of(person.account().toString());
        this.changedAt = at;
    }

    /** Who does it. */
    record Person(UUID account, String name) {}

    /**
     * Begins a product, or the next edition of one.
     *
     * @param types that other products have
     * @throws ProblemException VALIDATION_FAILED for what is impossible
     */
    static ProductEntry begin(
            Bank bank,
            @Nullable LoanProduct next,
            ProductContent content,
            KnownTypes types,
            Person person,
            Instant at) {
        ContentCheck.possible(content, types);
        return new ProductEntry(bank, next == null ? null : next.id(), content, person, at);
    }

    /** @throws ProblemException STATE_CONFLICT while the finance office has it and after, VALIDATION_FAILED for what is impossible */
    void change(ProductContent now, KnownTypes types, Person person, Instant at) {
        EntryStatus changed = status.changed();
        ContentCheck.possible(now, types);
        status = changed;
        submittedAt = null;
        content = now;
        title = titleOf(now);
        enteredBy = person.account();
        enteredByName = person.name();
        hadAHandInIt(person);
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT, VALIDATION_FAILED for what is missing or impossible, CRITERIA_FAULTY */
    void submit(KnownTypes types, Person person, Instant at) {
        EntryStatus submitted = status.to(EntryStatus.SUBMITTED, "提交审核");
        ContentCheck.whole(content, types, BusinessTime.dayOf(at));
        status = submitted;
        submittedAt = at;
        submittedBy = person.account();
        hadAHandInIt(person);
        changedAt = at;
    }

    /** The bank goes on with it. @throws ProblemException STATE_CONFLICT unless the finance office has it */
    void takeBack(Instant at) {
        status = status.to(EntryStatus.DRAFT, "撤回");
        submittedAt = null;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT while the finance office has it and after */
    void discard(Instant at) {
        status = status.to(EntryStatus.DISCARDED, "作废");
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits for a review, OWN_PRODUCT_ENTRY */
    void sendBack(String reason, Person reviewer, Instant at) {
        EntryStatus returned = status.to(EntryStatus.RETURNED, "退回");
        decided(reviewer, at);
        status = returned;
        returnReason = reason.strip();
    }

    /**
     * Whoever had a hand in it does not review it.
     *
     * @throws ProblemException STATE_CONFLICT unless it waits for a review, OWN_PRODUCT_ENTRY
     */
    void mayBeApprovedBy(Person reviewer) {
        status.to(EntryStatus.APPROVED, "审核通过");
        if (authors.contains(reviewer.account().toString())) {
            throw new ProblemException(FinanceProblem.OWN_PRODUCT_ENTRY);
        }
    }

    /** @param published what it became */
    void approve(LoanProduct published, Person reviewer, Instant at) {
        mayBeApprovedBy(reviewer);
        decided(reviewer, at);
        status = EntryStatus.APPROVED;
        productId = published.id();
        edition = published.edition();
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    ProductEntry seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    private void hadAHandInIt(Person person) {
        authors = Stream.concat(authors.stream(), Stream.of(person.account().toString()))
                .distinct()
                .toList();
    }

    private void decided(Person reviewer, Instant at) {
        mayBeApprovedBy(reviewer);
        decidedAt = at;
        decidedBy = reviewer.account();
        decidedByName = reviewer.name();
        changedAt = at;
    }

    private static String titleOf(ProductContent content) {
        return Objects.requireNonNullElse(content.title(), "");
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID productId() {
        return productId;
    }

    @Nullable
    Integer edition() {
        return edition;
    }

    UUID bankId() {
        return bankId;
    }

    String bankName() {
        return bankName;
    }

    String title() {
        return title;
    }

    ProductContent content() {
        return content;
    }

    EntryStatus status() {
        return status;
    }

    String enteredByName() {
        return enteredByName;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String decidedByName() {
        return decidedByName;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    int version() {
        return version;
    }
}
