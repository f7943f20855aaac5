/** What others may ask of the statistics. */
@NullMarked
package cn.zhengqi.stats.api;

import org.jspecify.annotations.NullMarked;
