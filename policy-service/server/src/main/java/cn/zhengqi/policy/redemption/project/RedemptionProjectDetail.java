package cn.zhengqi.policy.redemption.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project by itself.
 *
 * @param policyBeginsOn the first day of its policy, where that is yet to come: one may apply before, and nothing is paid
 * @param criteria its own conditions as a tree; absent where it has none
 */
record RedemptionProjectDetail(
        @JsonUnwrapped RedemptionProjectView project,
        @Nullable LocalDate policyBeginsOn,
        @Nullable Map<String, Object> criteria) {}
