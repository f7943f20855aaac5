/** What message-service asks of WeChat, through the one service that knows who is bound. */
@NullMarked
package cn.zhengqi.auth.api.wechat;

import org.jspecify.annotations.NullMarked;
