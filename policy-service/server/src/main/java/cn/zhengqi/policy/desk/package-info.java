/** 政策工作台: what waits for somebody of a department, and what is due. */
@NullMarked
package cn.zhengqi.policy.desk;

import org.jspecify.annotations.NullMarked;
