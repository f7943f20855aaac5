/** What an enterprise fills in next, so that most of what is undecided is decided. */
@NullMarked
package cn.zhengqi.matching.fill;

import org.jspecify.annotations.NullMarked;
