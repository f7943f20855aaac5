/** Questions to the enterprise register of user-service. */
@NullMarked
package cn.zhengqi.code.register;

import org.jspecify.annotations.NullMarked;
