package cn.zhengqi.matching.dictionary;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** 指标字典: definitions. */
@RestController
@RequestMapping("/api/match/facts")
@Permission(MatchingPermissions.READ_FACTS)
class FactController {

    private final FactPages facts;
    private final FactEditions editions;
    private final FactPreviews previews;
    private final UsesElsewhere elsewhere;
    private final Exports exports;
    private final OneEffect once;

    FactController(
            FactPages facts,
            FactEditions editions,
            FactPreviews previews,
            UsesElsewhere elsewhere,
            Exports exports,
            OneEffect once) {
        this.facts = facts;
        this.editions = editions;
        this.previews = previews;
        this.elsewhere = elsewhere;
        this.exports = exports;
        this.once = once;
    }

    @GetMapping
    Page<FactEntry> list(@Valid FactFilter filter, PageRequest page) {
        return facts.list(filter, page);
    }

    @GetMapping("/groups")
    List<String> groups() {
        return facts.groups();
    }

    /** All that a formula can name, on one page. */
    @GetMapping("/choices")
    List<FactEntry> choices() {
        return facts.found(new FactFilter(null, null, null, null, null));
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid FactFilter filter, CurrentUser user) {
        List<FactEntry> found = facts.found(filter);
        return exports.file(FactAction.FACTS_EXPORTED, FactSheet.SHEET, filter, user, found.size(), found::forEach);
    }

    @GetMapping("/{name}")
    FactUse use(@PathVariable String name) {
        return facts.use(name);
    }

    @GetMapping("/{name}/editions")
    List<FactEditions.FactPast> past(@PathVariable String name) {
        return editions.past(name);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(MatchingPermissions.MANAGE_FACTS)
    FactUse create(@Valid @RequestBody NewFact request, CurrentUser user) {
        editions.create(request.name(), request.content(), user);
        return facts.use(request.name());
    }

    @PutMapping("/{name}")
    @Permission(MatchingPermissions.MANAGE_FACTS)
    FactUse change(@PathVariable String name, @Valid @RequestBody ChangedFact request, CurrentUser user) {
        Map<String, Object> formula = request.content().calculation();
        boolean recalculates =
                formula != null && !formula.equals(facts.use(name).calculation());
        editions.change(
                name, request.edition(), request.content(), recalculates ? elsewhere.of(name) : List.of(), user);
        return facts.use(name);
    }

    @PostMapping("/{name}/retire")
    @Idempotent(asksFirst = true)
    @Permission(MatchingPermissions.MANAGE_FACTS)
    FactUse retire(@PathVariable String name, @Valid @RequestBody SeenFact request, CurrentUser user) {
        String known = facts.use(name).fact().name();
        List<String> uses = elsewhere.of(known);
        return once.of(() -> {
            editions.retire(known, request.edition(), uses, user);
            return facts.use(known);
        });
    }

    @PostMapping("/{name}/restore")
    @Idempotent
    @Permission(MatchingPermissions.MANAGE_FACTS)
    FactUse restore(@PathVariable String name, @Valid @RequestBody SeenFact request, CurrentUser user) {
        editions.restore(name, request.edition(), user);
        return facts.use(name);
    }

    /** Figures of an enterprise are for who may read enterprises; a case is nobody's. */
    @PostMapping("/preview")
    @Permission(MatchingPermissions.MANAGE_FACTS)
    FactPreviews.FormulaPreview preview(@Valid @RequestBody TriedFormula request, CurrentUser user) {
        if (request.uscc() != null) {
            user.require(MatchingPermissions.READ_ENTERPRISES);
        }
        return previews.of(
                request.name(),
                request.calculation(),
                request.profile(),
                request.uscc(),
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()));
    }

    record NewFact(
            @NotBlank(message = "请填写编码") String name,
            @Valid @NotNull(message = "请填写指标") FactContent content) {}

    /** @param edition of the fact that the decision was made by; so in what follows */
    record ChangedFact(
            @NotNull(message = "缺少版本号") Integer edition,
            @Valid @NotNull(message = "请填写指标") FactContent content) {}

    record SeenFact(@NotNull(message = "缺少版本号") Integer edition) {}

    /**
     * @param name of the fact that the formula is for, where it is there already
     * @param uscc of an enterprise for which it is to be computed
     * @param profile for which it is to be computed instead, as of a golden case
     */
    record TriedFormula(
            @Nullable String name,
            @NotNull(message = "请给出公式") Map<String, Object> calculation,

            @Nullable @Size(max = 18, message = "统一社会信用代码不超过 18 位")
            String uscc,

            @Nullable @Valid TriedProfile profile) {}

    /** @param facts by name, as in a profile */
    record TriedProfile(
            @NotBlank(message = "缺少案例名称") @Size(max = 60, message = "案例名称不超过 60 字")
            String name,

            @NotNull(message = "缺少企业数据") @Size(max = 200, message = "不超过 200 项数据")
            Map<String, Object> facts) {}
}
