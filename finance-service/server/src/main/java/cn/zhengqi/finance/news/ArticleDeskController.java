package cn.zhengqi.finance.news;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 金融内容 in the console: one person writes, another publishes. */
@RestController
@RequestMapping("/api/finance/manage/articles")
@Permission({FinancePermissions.EDIT_NEWS, FinancePermissions.REVIEW_NEWS})
class ArticleDeskController {

    private final ArticleDesk desk;
    private final Exports exports;

    ArticleDeskController(ArticleDesk desk, Exports exports) {
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<ManagedArticle> list(@Valid ArticleQuery.Filter filter, PageRequest page, CurrentUser user) {
        return desk.managed(ArticleQuery.managed(filter), page, user.accountId());
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ArticleQuery.Filter filter, CurrentUser user) {
        ArticleQuery query = ArticleQuery.managed(filter);
        return exports.file(
                FinanceAction.ARTICLES_EXPORTED,
                ArticleSheet.SHEET,
                filter,
                user,
                desk.count(query),
                receiver -> desk.each(query, user.accountId(), receiver));
    }

    @GetMapping("/{id}")
    ManagedArticle detail(@PathVariable UUID id, CurrentUser user) {
        return desk.managed(id, user.accountId());
    }

    @PostMapping
    @Idempotent
    @Permission(FinancePermissions.EDIT_NEWS)
    @ResponseStatus(HttpStatus.CREATED)
    ManagedArticle write(@Valid @RequestBody ArticleContent content, CurrentUser user) {
        return desk.write(content, writer(user));
    }

    @PutMapping("/{id}")
    @Permission(FinancePermissions.EDIT_NEWS)
    ManagedArticle change(@PathVariable UUID id, @Valid @RequestBody ChangeArticle request, CurrentUser user) {
        return desk.change(id, request.version(), request.content(), writer(user));
    }

    @PostMapping("/{id}/submit")
    @Idempotent
    @Permission(FinancePermissions.EDIT_NEWS)
    ManagedArticle submit(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.submit(id, seen.version(), writer(user));
    }

    @PostMapping("/{id}/take-back")
    @Idempotent
    @Permission(FinancePermissions.EDIT_NEWS)
    ManagedArticle takeBack(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.takeBack(id, seen.version(), writer(user));
    }

    @PostMapping("/{id}/publish")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_NEWS)
    ManagedArticle publish(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.publish(id, seen.version(), writer(user));
    }

    @PostMapping("/{id}/return")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_NEWS)
    ManagedArticle sendBack(@PathVariable UUID id, @Valid @RequestBody ReturnArticle request, CurrentUser user) {
        return desk.sendBack(id, request.version(), request.reason(), writer(user));
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_NEWS)
    ManagedArticle withdraw(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.withdraw(id, seen.version(), writer(user));
    }

    @PostMapping("/{id}/pin")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_NEWS)
    ManagedArticle pin(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.pin(id, seen.version(), true, writer(user));
    }

    @PostMapping("/{id}/unpin")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_NEWS)
    ManagedArticle unpin(@PathVariable UUID id, @Valid @RequestBody SeenArticle seen, CurrentUser user) {
        return desk.pin(id, seen.version(), false, writer(user));
    }

    private static Writer writer(CurrentUser user) {
        return new Writer(user.accountId(), user.name());
    }

    /** @param version of the article that was changed */
    record ChangeArticle(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少内容") @Valid ArticleContent content) {}

    /** @param version of the article that the decision was made by */
    record SeenArticle(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason what has to be mended */
    record ReturnArticle(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写退回原因") @Explanation(of = "退回原因")
            String reason) {}
}
