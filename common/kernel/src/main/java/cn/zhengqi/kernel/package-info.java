/** Words that every service shares. Plain Java. */
@NullMarked
package cn.zhengqi.kernel;

import org.jspecify.annotations.NullMarked;
