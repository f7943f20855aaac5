/** Lists too long for one request, taken out as files by jobs. */
@NullMarked
package cn.zhengqi.ops.export;

import org.jspecify.annotations.NullMarked;
