/** What a service does with the lines of its technical log. */
@NullMarked
package cn.zhengqi.web.logging;

import org.jspecify.annotations.NullMarked;
