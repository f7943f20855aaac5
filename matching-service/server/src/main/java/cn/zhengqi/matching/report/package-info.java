/** 政策申报规划报告 (MATCH-04). */
@NullMarked
package cn.zhengqi.matching.report;

import org.jspecify.annotations.NullMarked;
