/** Loan products as banks publish them. */
@NullMarked
package cn.zhengqi.finance.product;

import org.jspecify.annotations.NullMarked;
