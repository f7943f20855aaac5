package cn.zhengqi.finance.news;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An article on its way from a draft to the public, and back. */
@TableName("finance_article")
class Article {

    @TableId
    private UUID id;

    private Section section;
    private String title;
    private String summary;
    private String body;
    private String source;

    private @Nullable String sourceUrl;

    private @Nullable String organisation;

    private @Nullable String phone;

    private @Nullable String hours;

    private @Nullable String address;

    private @Nullable String services;

    private @Nullable UUID coverId;

    private @Nullable String coverWords;

    private boolean pinned;
    private ArticleStatus status;
    private String authorName;
    /** All who wrote it or handed it in: none of them reviews it. */
    private List<String> authors;

    private Instant changedAt;

    private @Nullable Instant submittedAt;

    private @Nullable Instant decidedAt;
    private @Nullable String decidedByName;
    private @Nullable String returnReason;
    private @Nullable Instant publishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Article() {}

    @SuppressWarnings("NullAway.Init") // by write
    Article(ArticleContent content, Writer writer, Instant at) {
        this.id = Ids.next();
        this.status = ArticleStatus.DRAFT;
        this.authorName = writer.name();
        this.authors = List.of(writer.account().toString());
        write(content, at);
    }

    /** @throws ProblemException STATE_CONFLICT while it is reviewed or published, VALIDATION_FAILED */
    void change(ArticleContent content, Writer writer, Instant at) {
        ArticleStatus next = status.to(ArticleStatus.DRAFT, "修改");
        if (status == ArticleStatus.SUBMITTED) {
            throw status.refuse("修改，请先撤回审核");
        }
        write(content, at);
        status = next;
        submittedAt = null;
        hadAHandInIt(writer);
    }

    private void write(ArticleContent content, Instant at) {
        content.sensible();
        this.section = content.section();
        this.title = content.title().strip();
        this.summary = content.summary().strip();
        this.body = content.body().strip();
        this.source = content.source().strip();
        this.sourceUrl = content.sourceUrl();
        this.organisation = content.organisation();
        this.phone = content.phone();
        this.hours = content.hours();
        this.address = content.address();
        this.services = content.services();
        Cover cover = content.cover();
        this.coverId = cover == null ? null : cover.id();
        this.coverWords = cover == null ? null : cover.words().strip();
        this.changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT */
    void submit(Writer writer, Instant at) {
        status = status.to(ArticleStatus.SUBMITTED, "提交审核");
        submittedAt = at;
        changedAt = at;
        hadAHandInIt(writer);
    }

    /** Its writer goes on with it. @throws ProblemException STATE_CONFLICT unless it waits for a review */
    void takeBack(Instant at) {
        if (status != ArticleStatus.SUBMITTED) {
            throw status.refuse("撤回审核");
        }
        status = ArticleStatus.DRAFT;
        submittedAt = null;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits for a review, OWN_ARTICLE */
    void sendBack(String reason, Writer reviewer, Instant at) {
        ArticleStatus next = status.to(ArticleStatus.RETURNED, "退回");
        decided(reviewer, at);
        status = next;
        returnReason = reason.strip();
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits for a review, OWN_ARTICLE */
    void publish(Writer reviewer, Instant at) {
        ArticleStatus next = status.to(ArticleStatus.PUBLISHED, "发布");
        decided(reviewer, at);
        status = next;
        publishedAt = at;
    }

    private void decided(Writer reviewer, Instant at) {
        if (authors.contains(reviewer.account().toString())) {
            throw new ProblemException(FinanceProblem.OWN_ARTICLE);
        }
        decidedAt = at;
        decidedByName = reviewer.name();
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is published */
    void withdraw(Instant at) {
        status = status.to(ArticleStatus.WITHDRAWN, "下架");
        pinned = false;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is published */
    void pin(boolean first, Instant at) {
        if (status != ArticleStatus.PUBLISHED) {
            throw status.refuse(first ? "置顶" : "取消置顶");
        }
        pinned = first;
        changedAt = at;
    }

    private void hadAHandInIt(Writer writer) {
        authors = Stream.concat(authors.stream(), Stream.of(writer.account().toString()))
                .distinct()
                .toList();
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Article seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    ArticleContent content() {
        return new ArticleContent(
                section,
                title,
                summary,
                body,
                source,
                sourceUrl,
                organisation,
                phone,
                hours,
                address,
                services,
                cover());
    }

    @Nullable
    Cover cover() {
        return coverId == null || coverWords == null ? null : new Cover(coverId, coverWords);
    }

    UUID id() {
        return id;
    }

    boolean pinned() {
        return pinned;
    }

    ArticleStatus status() {
        return status;
    }

    String authorName() {
        return authorName;
    }

    boolean isBy(UUID account) {
        return authors.contains(account.toString());
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

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    int version() {
        return version;
    }
}
