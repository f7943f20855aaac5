/** 操作日志: kept so that nobody can change it unseen. */
@NullMarked
package cn.zhengqi.ops.audit;

import org.jspecify.annotations.NullMarked;
