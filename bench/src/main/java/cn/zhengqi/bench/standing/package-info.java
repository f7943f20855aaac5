/** How fast it is known how enterprises stand, on a real PostgreSQL. */
@NullMarked
package cn.zhengqi.bench.standing;

import org.jspecify.annotations.NullMarked;
