/** Whether who was found by the conditions alone still meets them when money is about to go, and what somebody decided where they do not. */
@NullMarked
package cn.zhengqi.policy.redemption.check;

import org.jspecify.annotations.NullMarked;
