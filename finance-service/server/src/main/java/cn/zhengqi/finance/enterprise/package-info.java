/** The local copy of who an enterprise is. */
@NullMarked
package cn.zhengqi.finance.enterprise;

import org.jspecify.annotations.NullMarked;
