/** Makes the local copies of matching anew. */
@NullMarked
package cn.zhengqi.matching.rebuild;

import org.jspecify.annotations.NullMarked;
