/** WeChat's official account: the port to it, and which WeChat user is bound to which account. */
@NullMarked
package cn.zhengqi.auth.wechat;

import org.jspecify.annotations.NullMarked;
