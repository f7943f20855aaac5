/** 好差评: one evaluation of five grades for each finished case, and what is done about those who were not satisfied. */
@NullMarked
package cn.zhengqi.ops.evaluation;

import org.jspecify.annotations.NullMarked;
