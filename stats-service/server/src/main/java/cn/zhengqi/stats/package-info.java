/** Statistics: figures made of events and of nothing else. */
@NullMarked
package cn.zhengqi.stats;

import org.jspecify.annotations.NullMarked;
