/** Projects under which is paid for a policy: budget, rule of the amount, window. */
@NullMarked
package cn.zhengqi.policy.redemption.project;

import org.jspecify.annotations.NullMarked;
