/** What the gateway does with the lines of its technical log. */
@NullMarked
package cn.zhengqi.gateway.logging;

import org.jspecify.annotations.NullMarked;
