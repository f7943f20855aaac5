/** Text messages to many people by providers that fail. */
@NullMarked
package cn.zhengqi.bench.notify;

import org.jspecify.annotations.NullMarked;
