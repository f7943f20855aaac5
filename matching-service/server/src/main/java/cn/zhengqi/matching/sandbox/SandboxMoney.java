package cn.zhengqi.matching.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a benefit may come to for those of a figure: an estimate, no budget.
 *
 * @param low in 万元; absent where nothing can be summed up, or of so few that their own figures would be told
 * @param high in 万元; absent with the least
 * @param counted for how many enterprises it could be reckoned
 * @param uncounted for how many it could not
 */
public record SandboxMoney(
        @Nullable BigDecimal low, @Nullable BigDecimal high, int counted, int uncounted) {}
