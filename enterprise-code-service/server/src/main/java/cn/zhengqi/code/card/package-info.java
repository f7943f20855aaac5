/** What a code shows of an enterprise. */
@NullMarked
package cn.zhengqi.code.card;

import org.jspecify.annotations.NullMarked;
