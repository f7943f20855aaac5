/** What those need who run the platform. */
@NullMarked
package cn.zhengqi.ops;

import org.jspecify.annotations.NullMarked;
