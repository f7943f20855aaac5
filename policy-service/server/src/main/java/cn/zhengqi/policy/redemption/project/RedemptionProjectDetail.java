package cn.zhengqi.policy.redemption.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project by itself.
 *
 * @param criteria its own conditions as a tree; absent where it has none
 */
record RedemptionProjectDetail(
        @JsonUnwrapped RedemptionProjectView project,
        @Nullable Map<String, Object> criteria) {}
