/** What people see of the figures: STATS-01, live figures, ticker. */
@NullMarked
package cn.zhengqi.stats.dashboard;

import org.jspecify.annotations.NullMarked;
