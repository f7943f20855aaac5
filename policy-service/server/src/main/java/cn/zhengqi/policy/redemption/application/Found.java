package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.matching.api.match.InternalStandings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that qualifies without having applied.
 *
 * @param basis the figure by which the rule goes, where it goes by one: as the department knows it
 * @param standing by the policy's conditions, at the moment at which it was looked at
 */
record Found(Claimant claimant, @Nullable BigDecimal basis, InternalStandings.Standing standing) {}
