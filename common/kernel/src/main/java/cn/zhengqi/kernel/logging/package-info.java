/** What every line of a technical log passes, of services and of the gateway alike; by Logback, without Spring. */
@NullMarked
package cn.zhengqi.kernel.logging;

import org.jspecify.annotations.NullMarked;
