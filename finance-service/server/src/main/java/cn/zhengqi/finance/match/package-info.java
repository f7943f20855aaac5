/** Which match results there are, and whose they are. */
@NullMarked
package cn.zhengqi.finance.match;

import org.jspecify.annotations.NullMarked;
