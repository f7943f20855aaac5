package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.application.ContactNumbers;
import cn.zhengqi.finance.application.LoanPurposes;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 走访记录: officers of towns, departments and banks record whom they visited, and read what lies within their reach. */
@RestController
@RequestMapping("/api/finance/visits")
@Permission({FinancePermissions.VISIT, FinancePermissions.READ_COORDINATION})
class VisitController {

    private final CoordinationLists lists;
    private final CoordinationDesk desk;
    private final InternalEnterprises register;
    private final LoanPurposes purposes;
    private final Exports exports;
    private final OneEffect once;

    VisitController(
            CoordinationLists lists,
            CoordinationDesk desk,
            InternalEnterprises register,
            LoanPurposes purposes,
            Exports exports,
            OneEffect once) {
        this.lists = lists;
        this.desk = desk;
        this.register = register;
        this.purposes = purposes;
        this.exports = exports;
        this.once = once;
    }

    @GetMapping
    Page<VisitView> list(
            @Valid CoordinationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return lists.visits(CoordinationQuery.of(scopeOf(user), filter, sort), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid CoordinationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        CoordinationQuery query = CoordinationQuery.of(scopeOf(user), filter, sort);
        return exports.file(
                FinanceAction.VISITS_EXPORTED,
                CoordinationSheets.VISITS,
                filter,
                user,
                lists.countVisits(query),
                receiver -> lists.eachVisit(query, receiver));
    }

    @GetMapping("/{id}")
    VisitView detail(@PathVariable UUID id, CurrentUser user) {
        return lists.visit(id, scopeOf(user));
    }

    /** What was seen, what is needed, and, where the enterprise wants that, its place on the 申报清单. */
    @PostMapping
    @Permission(FinancePermissions.VISIT)
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    VisitView record(@Valid @RequestBody RecordVisit request, CurrentUser user) {
        Officer officer = Officer.of(user);
        Party enterprise = Party.of(register.enterprise(request.enterpriseId()));
        mustReach(user, enterprise);
        CoordinationDesk.Seen seen = request.toSeen(purposes);
        return once.of(() -> desk.record(enterprise, officer, seen));
    }

    /** A town's people visit its enterprises; whoever has to do with no town in particular, any. */
    private static void mustReach(CurrentUser user, Party enterprise) {
        DataScope scope = scopeOf(user);
        if (!scope.everything()
                && !user.territory().towns().isEmpty()
                && !scope.towns().contains(enterprise.townCode())) {
            throw new ProblemException(FinanceProblem.VISIT_OUT_OF_REACH);
        }
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }

    /**
     * A visit as it is recorded.
     *
     * @param need absent where the enterprise needs no money
     * @param files that its officer handed in before
     * @param declared whether it is to come on the 申报清单; then the need and the contact are wanted
     * @param agreed that the enterprise agreed to be declared and recommended to banks
     */
    record RecordVisit(
            @NotNull(message = "请选择企业") UUID enterpriseId,
            @NotNull(message = "请选择走访日期") LocalDate visitedOn,

            @NotBlank(message = "请填写走访情况") @Size(max = 1000, message = "走访情况不超过 1000 字")
            String words,

            @Valid @Nullable StatedNeed need,

            @Size(max = VisitFiles.MOST, message = "照片和材料最多 " + VisitFiles.MOST + " 份") @Nullable
            List<@Valid @NotNull(message = "请选择上传的照片或材料") NamedFile> files,

            @Nullable Boolean declared,
            @Nullable Boolean agreed,

            @Size(max = 50, message = "联系人不超过 50 字") @Nullable
            String contactName,

            @Pattern(regexp = ContactNumbers.FORM, message = "请填写正确的手机号或带区号的座机号") @Nullable
            String contactPhone) {

        private CoordinationDesk.Seen toSeen(LoanPurposes purposes) {
            Contact contact = Boolean.TRUE.equals(declared) ? toContact() : null;
            return new CoordinationDesk.Seen(
                    visitedOn, need == null ? null : need.toNeed(purposes), words.strip(), named(), contact);
        }

        private List<VisitFiles.Named> named() {
            return files == null
                    ? List.of()
                    : files.stream().map(NamedFile::toNamed).toList();
        }

        private Contact toContact() {
            if (need == null) {
                throw ProblemException.validation("need", "REQUIRED", "列入申报清单的企业须填写融资需求");
            }
            if (!Boolean.TRUE.equals(agreed)) {
                throw ProblemException.validation("agreed", "REQUIRED", "请先征得企业同意申报并推荐给银行");
            }
            if (contactName == null || contactName.isBlank()) {
                throw ProblemException.validation("contactName", "REQUIRED", "请填写企业联系人");
            }
            if (contactPhone == null) {
                throw ProblemException.validation("contactPhone", "REQUIRED", "请填写联系电话");
            }
            return new Contact(contactName.strip(), contactPhone);
        }
    }

    /** @param words what is to be seen, for those who do not see it */
    record NamedFile(
            @NotNull(message = "缺少文件") UUID id,

            @Size(max = 60, message = "照片说明不超过 60 字") @Nullable
            String words) {

        private VisitFiles.Named toNamed() {
            return new VisitFiles.Named(id, words == null || words.isBlank() ? null : words.strip());
        }
    }
}
