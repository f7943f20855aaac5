/** Messages as they come, to whoever has a page open. */
@NullMarked
package cn.zhengqi.message.live;

import org.jspecify.annotations.NullMarked;
