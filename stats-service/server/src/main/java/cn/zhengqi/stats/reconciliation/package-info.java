/** Figures held against their sources, and made anew from them. */
@NullMarked
package cn.zhengqi.stats.reconciliation;

import org.jspecify.annotations.NullMarked;
