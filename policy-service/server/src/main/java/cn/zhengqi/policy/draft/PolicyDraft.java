package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An edition that is being written, reviewed by somebody else, and published. */
@TableName("policy_draft")
@SuppressWarnings("UnusedVariable") // some columns are only written
class PolicyDraft {

    @TableId
    private UUID id;

    private UUID policyId;
    private int edition;
    private DraftState state;
    private DraftContent content;
    private GoldenCases cases;
    private @Nullable DraftReading reading;

    private @Nullable Unrecorded unrecorded;

    private List<String> authors;
    private String authorName;
    private @Nullable Instant submittedAt;

    private @Nullable Instant returnedAt;

    private @Nullable String returnedBy;

    private @Nullable String returnedReason;

    private @Nullable LocalDate scheduledFor;

    private @Nullable PolicyCriteria tried;

    private @Nullable String heldReason;

    /** Since when it waits for this reason. */
    private @Nullable Instant heldAt;

    private @Nullable Instant retryAt;

    private @Nullable Instant publishedAt;

    private @Nullable String publishedBy;

    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private PolicyDraft() {}

    PolicyDraft(UUID policyId, int edition, DraftContent content, GoldenCases cases, CurrentUser author, Instant at) {
        this.id = Ids.next();
        this.policyId = policyId;
        this.edition = edition;
        this.state = DraftState.DRAFT;
        this.content = content;
        this.cases = cases;
        this.authors = List.of(author.accountId().toString());
        this.authorName = author.name();
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    PolicyDraft seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is being written */
    void write(DraftContent written, GoldenCases held, @Nullable DraftReading from, CurrentUser author, Instant at) {
        state.requireWritable();
        content = written;
        cases = held;
        if (from != null) {
            reading = from;
        }
        wroteToo(author);
        updatedAt = at;
    }

    /** The record of changes learns later what was written now. */
    void tellLater(Unrecorded since) {
        unrecorded = since;
    }

    /** The record of changes has it all. */
    void told() {
        unrecorded = null;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is being written */
    void filesChanged(CurrentUser author, Instant at) {
        state.requireWritable();
        wroteToo(author);
        updatedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is being written */
    void requireSubmittable() {
        state.to(DraftState.REVIEW);
    }

    /** @throws ProblemException STATE_CONFLICT, VALIDATION_FAILED naming what is missing */
    void submit(CurrentUser author, Instant at) {
        DraftState submitted = state.to(DraftState.REVIEW);
        content.requireComplete();
        state = submitted;
        wroteToo(author);
        submittedAt = at;
        returnedAt = null;
        returnedBy = null;
        returnedReason = null;
        updatedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is in review, or waits for its day */
    void giveBack(CurrentUser reviewer, String reason, Instant at) {
        if (state != DraftState.REVIEW && state != DraftState.SCHEDULED) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该草稿当前为“" + state.label() + "”，不能退回");
        }
        state = state.to(DraftState.DRAFT);
        waitsNoMore();
        publishedBy = null;
        returnedAt = at;
        returnedBy = reviewer.name();
        returnedReason = reason.strip();
        updatedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT, PUBLISHED_BY_AUTHOR when the reviewer wrote in it */
    void publish(CurrentUser reviewer, Instant at) {
        DraftState published = state.to(DraftState.PUBLISHED);
        if (isBy(reviewer)) {
            throw new ProblemException(PolicyProblem.PUBLISHED_BY_AUTHOR);
        }
        state = published;
        publishedAt = at;
        publishedBy = reviewer.name();
        updatedAt = at;
    }

    /**
     * Reviewed, to be published on its day.
     *
     * @param conditions after the engine has taken them
     * @throws ProblemException STATE_CONFLICT, PUBLISHED_BY_AUTHOR when the reviewer wrote in it
     */
    void schedule(CurrentUser reviewer, LocalDate day, PolicyCriteria conditions, Instant at) {
        DraftState scheduled = state.to(DraftState.SCHEDULED);
        if (isBy(reviewer)) {
            throw new ProblemException(PolicyProblem.PUBLISHED_BY_AUTHOR);
        }
        state = scheduled;
        scheduledFor = day;
        tried = conditions;
        publishedBy = reviewer.name();
        updatedAt = at;
    }

    /**
     * Its day has come.
     *
     * @throws ProblemException STATE_CONFLICT unless it waits for its day
     */
    void takeEffect(Instant at) {
        if (state != DraftState.SCHEDULED) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该草稿当前为“" + state.label() + "”，不是待生效");
        }
        state = state.to(DraftState.PUBLISHED);
        waitsNoMore();
        publishedAt = at;
        updatedAt = at;
    }

    private void waitsNoMore() {
        scheduledFor = null;
        tried = null;
        heldReason = null;
        heldAt = null;
        retryAt = null;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is being written */
    void requireDeletable() {
        state.requireWritable();
    }

    boolean isBy(CurrentUser user) {
        return authors.contains(user.accountId().toString());
    }

    private void wroteToo(CurrentUser author) {
        authorName = author.name();
        authors = Stream.concat(authors.stream(), Stream.of(author.accountId().toString()))
                .distinct()
                .toList();
    }

    @Nullable
    Unrecorded unrecorded() {
        return unrecorded;
    }

    UUID id() {
        return id;
    }

    UUID policyId() {
        return policyId;
    }

    int edition() {
        return edition;
    }

    DraftState state() {
        return state;
    }

    DraftContent content() {
        return content;
    }

    GoldenCases cases() {
        return cases;
    }

    @Nullable
    DraftReading reading() {
        return reading;
    }

    String authorName() {
        return authorName;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    String returnedBy() {
        return returnedBy;
    }

    @Nullable
    String returnedReason() {
        return returnedReason;
    }

    @Nullable
    LocalDate scheduledFor() {
        return scheduledFor;
    }

    @Nullable
    String heldReason() {
        return heldReason;
    }

    @Nullable
    Instant heldAt() {
        return heldAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    String publishedBy() {
        return publishedBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }
}
