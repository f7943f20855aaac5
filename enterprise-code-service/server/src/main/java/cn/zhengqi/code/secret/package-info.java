/** Keys of this service and what is done with them. */
@NullMarked
package cn.zhengqi.code.secret;

import org.jspecify.annotations.NullMarked;
