package cn.zhengqi.policy.express;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.project.WindowState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project whose window is open, or is to open.
 *
 * @param benefit what the policy gives, in words
 * @param daysLeft days after today on which it still can be done; 0 on the last one; absent while it has not begun
 * @param placesLeft of a quota; absent where there is none
 * @param moneyLeft 元 of the budget that are not bound; absent for a declaration
 * @param demo made up for demonstration
 */
record ExpressProject(
        ExpressKind kind,
        UUID id,
        UUID policyId,
        String policyTitle,
        PolicyCategory category,
        String benefit,
        String title,
        String summary,
        UUID institutionId,
        String institutionName,
        LocalDate opensOn,
        LocalDate closesOn,
        WindowState window,
        @Nullable Integer daysLeft,
        @Nullable Long placesLeft,
        @Nullable BigDecimal moneyLeft,
        boolean demo) {}
