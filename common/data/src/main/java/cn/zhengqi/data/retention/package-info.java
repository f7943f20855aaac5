/** What is kept of people and enterprises goes when its term is over (GB/T 35273, 6.1; ADR 0029). */
@NullMarked
package cn.zhengqi.data.retention;

import org.jspecify.annotations.NullMarked;
