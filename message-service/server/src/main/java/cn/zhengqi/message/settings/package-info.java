/** 消息设置: how people themselves want to be told. */
@NullMarked
package cn.zhengqi.message.settings;

import org.jspecify.annotations.NullMarked;
