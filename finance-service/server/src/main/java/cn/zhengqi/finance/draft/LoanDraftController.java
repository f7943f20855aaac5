package cn.zhengqi.finance.draft;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of the enterprise's own applications, by the product. */
@RestController
@RequestMapping("/api/finance/my/loan-drafts")
@Permission(FinancePermissions.APPLY)
class LoanDraftController {

    private final LoanDrafts drafts;

    LoanDraftController(LoanDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    Page<LoanDraftView> list(PageRequest page, CurrentUser user) {
        return drafts.list(user.requireEnterprise(), user.accountId(), page);
    }

    /** 204 while there is none: that is no error. */
    @GetMapping("/{productId}")
    @Nullable
    LoanDraftView find(@PathVariable UUID productId, CurrentUser user, HttpServletResponse response) {
        Optional<LoanDraftView> draft = drafts.find(user.requireEnterprise(), user.accountId(), productId);
        response.setStatus(draft.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return draft.orElse(null);
    }

    @PutMapping("/{productId}")
    LoanDraftView save(@PathVariable UUID productId, @Valid @RequestBody Typed request, CurrentUser user) {
        return drafts.save(
                productId, request.version(), request.productEdition(), request.content(), DraftAuthor.of(user));
    }

    /** @param version of the draft that the decision was made by */
    @DeleteMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID productId, @RequestParam int version, CurrentUser user) {
        drafts.discard(user.requireEnterprise(), productId, version);
    }

    /**
     * The form as far as it is filled in.
     *
     * @param version of the draft that was gone on with; absent: there was none
     * @param productEdition of the product that was on screen beside it
     * @param amountWan 万元, as typed
     */
    record Typed(
            @Nullable Integer version,

            @NotNull(message = "缺少产品版本") @Min(value = 1, message = "产品版本不正确")
            Integer productEdition,

            @Nullable @Size(max = 30, message = "申请金额不超过 30 字")
            String amountWan,

            @Nullable
            @Min(value = 1, message = "贷款期限应在 1 到 360 个月之间")
            @Max(value = 360, message = "贷款期限应在 1 到 360 个月之间")
            Integer termMonths,

            @Nullable @Size(max = 200, message = "贷款用途不超过 200 字")
            String purpose,

            @Nullable @Size(max = 200, message = "用途说明不超过 200 字")
            String purposeNote,

            @Nullable LoanKind kind,
            @Nullable UUID renewsApplicationId,

            @Nullable @Size(max = 50, message = "联系人不超过 50 字")
            String contactName,

            @Nullable Boolean useAccountPhone,

            @Nullable @Size(max = 20, message = "联系电话不超过 20 位")
            String contactPhone) {

        DraftContent content() {
            return new DraftContent(
                    filled(amountWan),
                    termMonths,
                    filled(purpose),
                    filled(purposeNote),
                    kind,
                    renewsApplicationId,
                    filled(contactName),
                    Boolean.TRUE.equals(useAccountPhone),
                    contactPhone == null || contactPhone.isBlank() ? null : new DraftPhone(contactPhone.strip()));
        }

        /** What was cleared is not there. */
        private static @Nullable String filled(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed;
        }
    }
}
