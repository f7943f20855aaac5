/** What goes on to a service, and what does not. */
@NullMarked
package cn.zhengqi.gateway.relay;

import org.jspecify.annotations.NullMarked;
