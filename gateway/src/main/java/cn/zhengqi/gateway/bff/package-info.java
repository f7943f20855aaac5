/** Keeps tokens away from browsers: they have a session, the gateway has the tokens. */
@NullMarked
package cn.zhengqi.gateway.bff;

import org.jspecify.annotations.NullMarked;
