/** Enterprises as they stand in the register. */
@NullMarked
package cn.zhengqi.user.register;

import org.jspecify.annotations.NullMarked;
