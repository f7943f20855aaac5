/** How far enterprises come under each policy: told once, to be counted. */
@NullMarked
package cn.zhengqi.policy.funnel;

import org.jspecify.annotations.NullMarked;
