/** 政策沙盘: what would change for whom if a draft were in force. */
@NullMarked
package cn.zhengqi.matching.sandbox;

import org.jspecify.annotations.NullMarked;
