/** 消息通知 (MSG-01): what operators tell many people at once. */
@NullMarked
package cn.zhengqi.message.notification;

import org.jspecify.annotations.NullMarked;
