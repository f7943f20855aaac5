/** The collected rows of policies and loan products, turned into criterion trees. */
@NullMarked
package cn.zhengqi.matching.reference;

import org.jspecify.annotations.NullMarked;
