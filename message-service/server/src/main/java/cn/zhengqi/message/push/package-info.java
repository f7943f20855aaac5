/** The log of what was sent. */
@NullMarked
package cn.zhengqi.message.push;

import org.jspecify.annotations.NullMarked;
