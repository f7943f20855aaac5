/** What others may know of ops-service. */
@NullMarked
package cn.zhengqi.ops.api;

import org.jspecify.annotations.NullMarked;
