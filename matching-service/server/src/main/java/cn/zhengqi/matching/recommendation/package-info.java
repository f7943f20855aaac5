/** Whether an enterprise wants to be recommended to by its profile (GB/T 35273 7.5). */
@NullMarked
package cn.zhengqi.matching.recommendation;

import org.jspecify.annotations.NullMarked;
