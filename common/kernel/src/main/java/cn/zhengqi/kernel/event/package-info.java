/** What an event is, for the api modules that declare events. */
@NullMarked
package cn.zhengqi.kernel.event;

import org.jspecify.annotations.NullMarked;
