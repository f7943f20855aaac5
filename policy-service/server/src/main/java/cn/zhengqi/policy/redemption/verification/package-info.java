/** Whether budgets, ledger, applications and batches say the same. */
@NullMarked
package cn.zhengqi.policy.redemption.verification;

import org.jspecify.annotations.NullMarked;
