/** The message centre of a person. */
@NullMarked
package cn.zhengqi.message.inbox;

import org.jspecify.annotations.NullMarked;
