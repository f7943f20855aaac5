/** The published policies and loan products that can be matched. */
@NullMarked
package cn.zhengqi.matching.library;

import org.jspecify.annotations.NullMarked;
