/** Scans and their record. */
@NullMarked
package cn.zhengqi.code.scan;

import org.jspecify.annotations.NullMarked;
