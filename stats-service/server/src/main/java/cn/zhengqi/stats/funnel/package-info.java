/** 政策漏斗: how policies are taken up, from those who qualify to those who are paid. */
@NullMarked
package cn.zhengqi.stats.funnel;

import org.jspecify.annotations.NullMarked;
