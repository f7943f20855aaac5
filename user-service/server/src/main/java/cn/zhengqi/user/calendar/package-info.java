/** 工作日历: which days are worked, by the State Council's notice of each year. */
@NullMarked
package cn.zhengqi.user.calendar;

import org.jspecify.annotations.NullMarked;
