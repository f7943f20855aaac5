/** Makes the local copies of ops anew. */
@NullMarked
package cn.zhengqi.ops.rebuild;

import org.jspecify.annotations.NullMarked;
