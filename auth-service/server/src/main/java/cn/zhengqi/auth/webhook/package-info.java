/** Webhooks after Standard Webhooks: systems are told of events instead of asking again and again. */
@NullMarked
package cn.zhengqi.auth.webhook;

import org.jspecify.annotations.NullMarked;
