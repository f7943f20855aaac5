/** Copies of accounts, for lists. */
@NullMarked
package cn.zhengqi.user.account;

import org.jspecify.annotations.NullMarked;
