/** Loads the demo data once. */
@NullMarked
package cn.zhengqi.user.demo;

import org.jspecify.annotations.NullMarked;
