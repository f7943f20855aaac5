/** Coming in: password, lock-out, and the log of it. */
@NullMarked
package cn.zhengqi.auth.signin;

import org.jspecify.annotations.NullMarked;
