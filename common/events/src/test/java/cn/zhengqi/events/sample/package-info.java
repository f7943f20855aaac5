@NullMarked
package cn.zhengqi.events.sample;

import org.jspecify.annotations.NullMarked;
