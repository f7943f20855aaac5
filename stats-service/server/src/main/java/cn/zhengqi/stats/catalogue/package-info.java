/** How much there is to find on the platform. */
@NullMarked
package cn.zhengqi.stats.catalogue;

import org.jspecify.annotations.NullMarked;
