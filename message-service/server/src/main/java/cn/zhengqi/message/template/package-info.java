/** 系统消息: the words of what is told about events, shipped with the platform and changed by operators. */
@NullMarked
package cn.zhengqi.message.template;

import org.jspecify.annotations.NullMarked;
