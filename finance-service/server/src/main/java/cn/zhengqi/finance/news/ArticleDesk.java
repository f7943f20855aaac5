package cn.zhengqi.finance.news;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.cover.Covers;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes articles from draft to the public and back. Every action names the version that its decider saw. From the primary, because people look right after they changed something. */
@Service
@Transactional
class ArticleDesk {

    private final ArticleMapper articles;
    private final Covers covers;
    private final AuditTrail audit;
    private final Clock clock;

    ArticleDesk(ArticleMapper articles, Covers covers, AuditTrail audit, Clock clock) {
        this.articles = articles;
        this.covers = covers;
        this.audit = audit;
        this.clock = clock;
    }

    Page<ArticleView> published(@Nullable Section section, @Nullable String words, PageRequest page) {
        ArticleQuery query = ArticleQuery.published(section, words);
        return Page.of(articles.list(query, page), articles.count(query), page).map(ArticleView::of);
    }

    /** @throws ProblemException NOT_FOUND also for one that is not published */
    ArticleDetail published(UUID id) {
        Article it = articles.find(id)
                .filter(found -> found.status() == ArticleStatus.PUBLISHED)
                .orElseThrow(ArticleDesk::notFound);
        return new ArticleDetail(
                ArticleView.of(it), it.content().body(), it.content().sourceUrl());
    }

    Page<ManagedArticle> managed(ArticleQuery query, PageRequest page, UUID reader) {
        return Page.of(articles.list(query, page), articles.count(query), page)
                .map(it -> ManagedArticle.of(it, reader));
    }

    long count(ArticleQuery query) {
        return articles.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ArticleQuery query, UUID reader, Consumer<ManagedArticle> row) {
        articles.each(query, it -> row.accept(ManagedArticle.of(it.getResultObject(), reader)));
    }

    /** @throws ProblemException NOT_FOUND */
    ManagedArticle managed(UUID id, UUID reader) {
        return ManagedArticle.of(article(id), reader);
    }

    /** @throws ProblemException VALIDATION_FAILED */
    ManagedArticle write(ArticleContent content, Writer writer) {
        covers.require(content.cover());
        Article article = new Article(content, writer, now());
        articles.insert(article);
        return recorded(FinanceAction.ARTICLE_WRITTEN, null, article, writer);
    }

    /** One that has come the whole way before. @throws ProblemException as the moves themselves */
    void enterPublished(
            ArticleContent content, Writer writer, Instant writtenAt, Writer reviewer, Instant publishedAt) {
        Article article = new Article(content, writer, writtenAt);
        article.submit(writer, writtenAt);
        article.publish(reviewer, publishedAt);
        articles.insert(article);
        recorded(FinanceAction.ARTICLE_PUBLISHED, null, article, reviewer);
    }

    ManagedArticle change(UUID id, int version, ArticleContent content, Writer writer) {
        covers.require(content.cover());
        return move(FinanceAction.ARTICLE_CHANGED, id, version, writer, (it, at) -> it.change(content, writer, at));
    }

    ManagedArticle submit(UUID id, int version, Writer writer) {
        return move(FinanceAction.ARTICLE_SUBMITTED, id, version, writer, (it, at) -> it.submit(writer, at));
    }

    ManagedArticle takeBack(UUID id, int version, Writer writer) {
        return move(FinanceAction.ARTICLE_TAKEN_BACK, id, version, writer, Article::takeBack);
    }

    ManagedArticle sendBack(UUID id, int version, String reason, Writer reviewer) {
        return move(
                FinanceAction.ARTICLE_RETURNED, id, version, reviewer, (it, at) -> it.sendBack(reason, reviewer, at));
    }

    ManagedArticle publish(UUID id, int version, Writer reviewer) {
        return move(FinanceAction.ARTICLE_PUBLISHED, id, version, reviewer, (it, at) -> it.publish(reviewer, at));
    }

    ManagedArticle withdraw(UUID id, int version, Writer reviewer) {
        return move(FinanceAction.ARTICLE_WITHDRAWN, id, version, reviewer, Article::withdraw);
    }

    ManagedArticle pin(UUID id, int version, boolean first, Writer reviewer) {
        FinanceAction action = first ? FinanceAction.ARTICLE_PINNED : FinanceAction.ARTICLE_UNPINNED;
        return move(action, id, version, reviewer, (it, at) -> it.pin(first, at));
    }

    private ManagedArticle move(
            FinanceAction action, UUID id, int version, Writer who, BiConsumer<Article, Instant> how) {
        Article article = article(id).seenAs(version);
        ManagedArticle before = ManagedArticle.of(article, who.account());
        how.accept(article, now());
        articles.update(article);
        return recorded(action, before, article, who);
    }

    private ManagedArticle recorded(
            FinanceAction action, @Nullable ManagedArticle before, Article article, Writer who) {
        ManagedArticle after = ManagedArticle.of(article, who.account());
        audit.changed(action, article.id(), article.content().title(), before, after);
        return after;
    }

    private Article article(UUID id) {
        return articles.find(id).orElseThrow(ArticleDesk::notFound);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该内容");
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
