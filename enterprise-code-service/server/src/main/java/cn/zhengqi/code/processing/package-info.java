/** 数据处理登记: what data the platform processes, what for, by which right. */
@NullMarked
package cn.zhengqi.code.processing;

import org.jspecify.annotations.NullMarked;
