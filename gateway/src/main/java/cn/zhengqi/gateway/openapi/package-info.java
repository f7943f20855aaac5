/** The open interface: other systems come with signed requests (RFC 9421) instead of a session. */
@NullMarked
package cn.zhengqi.gateway.openapi;

import org.jspecify.annotations.NullMarked;
