package cn.zhengqi.finance.draft;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft of an application as its enterprise goes on with it.
 *
 * @param productSuspended the product takes no applications for now; the draft stays
 * @param productChanged there is another edition of the product than the one beside which it was typed
 * @param amountWan 万元, as typed
 * @param savedBy who saved it last
 * @param savedByMe it was the reader; of anybody else the number of the account that {@code useAccountPhone} means is not the reader's
 * @param version to be sent with the next save
 */
public record LoanDraftView(
        UUID productId,
        String productCode,
        String productTitle,
        String bankName,
        boolean productSuspended,
        boolean productChanged,
        @Nullable String amountWan,
        @Nullable Integer termMonths,
        @Nullable String purpose,
        @Nullable String purposeNote,
        @Nullable LoanKind kind,
        @Nullable UUID renewsApplicationId,

        @Sensitive(mask = Mask.NAME, plainFor = FinancePermissions.APPLY) @Nullable
        String contactName,

        boolean useAccountPhone,

        @Sensitive(mask = Mask.PHONE, plainFor = FinancePermissions.APPLY) @Nullable
        String contactPhone,

        OffsetDateTime savedAt,

        @Sensitive(mask = Mask.NAME, plainFor = FinancePermissions.APPLY)
        String savedBy,

        boolean savedByMe,
        int version) {

    static LoanDraftView of(LoanDraft draft, LoanProduct product, UUID reader) {
        DraftContent content = draft.content();
        DraftPhone phone = content.contactPhone();
        return new LoanDraftView(
                product.id(),
                product.code(),
                product.title(),
                product.bankName(),
                !product.takesApplications(),
                draft.productEdition() < product.edition(),
                content.amountWan(),
                content.termMonths(),
                content.purpose(),
                content.purposeNote(),
                content.kind(),
                content.renewsApplicationId(),
                content.contactName(),
                content.useAccountPhone(),
                phone == null ? null : phone.value(),
                BusinessTime.at(draft.savedAt()),
                draft.authorName(),
                draft.isBy(reader),
                draft.version());
    }
}
