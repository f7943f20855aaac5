/** Accounts that staff open and look after, for themselves and for others. */
@NullMarked
package cn.zhengqi.auth.staff;

import org.jspecify.annotations.NullMarked;
