/** The public ticker of what was just applied for. */
@NullMarked
package cn.zhengqi.stats.ticker;

import org.jspecify.annotations.NullMarked;
