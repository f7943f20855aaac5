/** Accounts, sign-in, and the tokens that follow from it. */
@NullMarked
package cn.zhengqi.auth;

import org.jspecify.annotations.NullMarked;
