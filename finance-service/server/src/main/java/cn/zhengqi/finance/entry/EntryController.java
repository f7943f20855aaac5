package cn.zhengqi.finance.entry;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.entry.ProductEntry.Person;
import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.api.criteria.ComparableFact;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Products as banks enter them: a bank works at its own, the finance office reviews what it is given. */
@RestController
@RequestMapping("/api/finance/manage/product-entries")
@Permission({FinancePermissions.OWN_PRODUCTS, FinancePermissions.REVIEW_PRODUCTS})
class EntryController {

    private static final int KILOBYTES_BESIDE_CRITERIA = 96;

    private final EntryDesk desk;
    private final EntryConditions conditions;
    private final OneEffect once;

    EntryController(EntryDesk desk, EntryConditions conditions, OneEffect once) {
        this.desk = desk;
        this.conditions = conditions;
        this.once = once;
    }

    @GetMapping
    Page<EntryView> list(@Valid EntryFilter filter, PageRequest page, CurrentUser user) {
        boolean review = user.has(FinancePermissions.REVIEW_PRODUCTS);
        return desk.list(
                new EntryQuery(
                        review,
                        filter.status(),
                        review ? filter.bankId() : user.requireInstitution(),
                        LikePattern.containing(filter.q())),
                page);
    }

    @GetMapping("/{id}")
    EntryDetail detail(@PathVariable UUID id, CurrentUser user) {
        return desk.detail(id, EntryScope.of(user));
    }

    /** Of what conditions can speak, and how. */
    @GetMapping("/facts")
    List<ComparableFact> facts() {
        return ComparableFact.all();
    }

    /** Reads only: the faults of a tree of conditions, or the tree in words. */
    @PostMapping("/conditions/preview")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + KILOBYTES_BESIDE_CRITERIA)
    Trial.Answer preview(@Valid @RequestBody Preview request) {
        return conditions.preview(request.criteria());
    }

    /** With what the next edition of a product starts. */
    @GetMapping("/start")
    @Permission(FinancePermissions.OWN_PRODUCTS)
    ProductContent start(@RequestParam UUID product, CurrentUser user) {
        return desk.start(product, DataScope.ofInstitution(user.requireInstitution()));
    }

    @PostMapping
    @Idempotent
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + KILOBYTES_BESIDE_CRITERIA)
    @Permission(FinancePermissions.OWN_PRODUCTS)
    @ResponseStatus(HttpStatus.CREATED)
    EntryDetail begin(@Valid @RequestBody Begin request, CurrentUser user) {
        return desk.begin(
                user.requireInstitution(),
                Objects.requireNonNullElse(user.institutionName(), ""),
                request.productId(),
                request.content(),
                person(user));
    }

    @PutMapping("/{id}")
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + KILOBYTES_BESIDE_CRITERIA)
    @Permission(FinancePermissions.OWN_PRODUCTS)
    EntryDetail change(@PathVariable UUID id, @Valid @RequestBody Change request, CurrentUser user) {
        return desk.change(id, request.version(), EntryScope.ofBank(user), request.content(), person(user));
    }

    @PostMapping("/{id}/submit")
    @Idempotent
    @Permission(FinancePermissions.OWN_PRODUCTS)
    EntryDetail submit(@PathVariable UUID id, @Valid @RequestBody SeenEntry seen, CurrentUser user) {
        return desk.submit(id, seen.version(), EntryScope.ofBank(user), person(user));
    }

    @PostMapping("/{id}/take-back")
    @Idempotent
    @Permission(FinancePermissions.OWN_PRODUCTS)
    EntryDetail takeBack(@PathVariable UUID id, @Valid @RequestBody SeenEntry seen, CurrentUser user) {
        return desk.takeBack(id, seen.version(), EntryScope.ofBank(user));
    }

    @PostMapping("/{id}/discard")
    @Idempotent
    @Permission(FinancePermissions.OWN_PRODUCTS)
    EntryDetail discard(@PathVariable UUID id, @Valid @RequestBody SeenEntry seen, CurrentUser user) {
        return desk.discard(id, seen.version(), EntryScope.ofBank(user));
    }

    @PostMapping("/{id}/approve")
    @Idempotent(asksFirst = true)
    @Permission(FinancePermissions.REVIEW_PRODUCTS)
    EntryDetail approve(@PathVariable UUID id, @Valid @RequestBody SeenEntry seen, CurrentUser user) {
        EntryScope scope = EntryScope.of(user);
        Person reviewer = person(user);
        ProductCriteria told = conditions.told(desk.conditionsToApprove(id, seen.version(), scope, reviewer));
        return once.of(() -> desk.approve(id, seen.version(), scope, told, reviewer));
    }

    @PostMapping("/{id}/return")
    @Idempotent
    @Permission(FinancePermissions.REVIEW_PRODUCTS)
    EntryDetail sendBack(@PathVariable UUID id, @Valid @RequestBody SendBack request, CurrentUser user) {
        return desk.sendBack(id, request.version(), EntryScope.of(user), request.reason(), person(user));
    }

    private static Person person(CurrentUser user) {
        return new Person(user.accountId(), user.name());
    }

    /**
     * @param q part of the name of product or bank
     * @param bankId whose; a bank sees its own whatever is asked for
     */
    record EntryFilter(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable EntryStatus status,
            @Nullable UUID bankId) {}

    record Preview(@NotNull(message = "缺少条件") Map<String, Object> criteria) {}

    /** @param productId of which product it is the next edition; absent: a new product */
    record Begin(
            @Nullable UUID productId,
            @NotNull(message = "缺少产品内容") @Valid ProductContent content) {}

    record Change(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少产品内容") @Valid ProductContent content) {}

    /** @param version of the entry that the decision was made by */
    record SeenEntry(@NotNull(message = "缺少版本号") Integer version) {}

    /** @param reason what the bank has to mend */
    record SendBack(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写退回原因") @Explanation(of = "退回原因")
            String reason) {}
}
