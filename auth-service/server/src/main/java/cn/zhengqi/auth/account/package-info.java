/** Who has an account, and its credentials. */
@NullMarked
package cn.zhengqi.auth.account;

import org.jspecify.annotations.NullMarked;
