/** The same conditions decided by other means, to hold the matching engine against. */
@NullMarked
package cn.zhengqi.bench.compared;

import org.jspecify.annotations.NullMarked;
