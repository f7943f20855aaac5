/** Facts that happened here and are told to the other services, and what this service does about theirs. */
@NullMarked
package cn.zhengqi.events;

import org.jspecify.annotations.NullMarked;
