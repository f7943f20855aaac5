/** The ledger of redemption: where each yuan of a project's budget is. */
@NullMarked
package cn.zhengqi.policy.redemption.ledger;

import org.jspecify.annotations.NullMarked;
