/** Loads the demo data once. */
@NullMarked
package cn.zhengqi.code.demo;

import org.jspecify.annotations.NullMarked;
