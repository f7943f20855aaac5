/** By what somebody comes into an account, taken away as a whole. */
@NullMarked
package cn.zhengqi.auth.credential;

import org.jspecify.annotations.NullMarked;
