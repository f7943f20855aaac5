/** A year of applications by the demo enterprises. */
@NullMarked
package cn.zhengqi.finance.demo;

import org.jspecify.annotations.NullMarked;
