/** Text messages: the port to a provider, the real one, and a simulator. */
@NullMarked
package cn.zhengqi.message.sms;

import org.jspecify.annotations.NullMarked;
