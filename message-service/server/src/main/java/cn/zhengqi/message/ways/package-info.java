/** By which ways besides the inbox people are told: as they want it, one way after the other, not at night. */
@NullMarked
package cn.zhengqi.message.ways;

import org.jspecify.annotations.NullMarked;
