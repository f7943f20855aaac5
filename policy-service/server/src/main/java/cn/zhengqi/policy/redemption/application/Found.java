package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.standing.Evidence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that qualifies without having applied.
 *
 * @param basis the figure by which the rule goes, where it goes by one: as the department knows it
 * @param evidence by the policy's conditions and those of the project, at the moment at which it was looked at
 */
record Found(Claimant claimant, @Nullable BigDecimal basis, Evidence evidence) {}
