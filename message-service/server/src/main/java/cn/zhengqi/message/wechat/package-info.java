/** Notices to people who have bound their WeChat: that there is something to read. */
@NullMarked
package cn.zhengqi.message.wechat;

import org.jspecify.annotations.NullMarked;
