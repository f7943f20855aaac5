package cn.zhengqi.finance.draft;

import cn.zhengqi.finance.api.LoanKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed of an application so far. Anything may be missing or unfinished: it is held against the product when it is handed in.
 *
 * @param amountWan 万元, as typed
 * @param useAccountPhone the bank is to call under the number of whoever hands it in
 */
record DraftContent(
        @Nullable String amountWan,
        @Nullable Integer termMonths,
        @Nullable String purpose,
        @Nullable String purposeNote,
        @Nullable LoanKind kind,
        @Nullable UUID renewsApplicationId,
        @Nullable String contactName,
        boolean useAccountPhone,
        @Nullable DraftPhone contactPhone) {}
