/** What a message looks like to others. */
@NullMarked
package cn.zhengqi.message.api;

import org.jspecify.annotations.NullMarked;
