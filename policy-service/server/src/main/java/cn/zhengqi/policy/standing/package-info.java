/** How enterprises stand by the conditions of policies, as it is told to them before they fill anything in and kept for who decides. */
@NullMarked
package cn.zhengqi.policy.standing;

import org.jspecify.annotations.NullMarked;
