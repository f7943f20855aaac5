/** Real servers, signed-in callers and the rules that every service is held to, for tests. */
@NullMarked
package cn.zhengqi.testing;

import org.jspecify.annotations.NullMarked;
