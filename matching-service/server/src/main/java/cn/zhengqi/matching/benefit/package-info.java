/** What the words of a document come to for one enterprise. */
@NullMarked
package cn.zhengqi.matching.benefit;

import org.jspecify.annotations.NullMarked;
