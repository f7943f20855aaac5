/** Loan applications in figures: how many, how much, from where, how they stand. */
@NullMarked
package cn.zhengqi.stats.orders;

import org.jspecify.annotations.NullMarked;
