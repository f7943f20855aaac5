/** Public notice of what is to be paid, and what is objected to it. */
@NullMarked
package cn.zhengqi.policy.redemption.notice;

import org.jspecify.annotations.NullMarked;
