/** The consent of an enterprise to a bank, which is asked for at each reading. */
@NullMarked
package cn.zhengqi.finance.consent;

import org.jspecify.annotations.NullMarked;
