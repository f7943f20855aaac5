/** Loads the loan products that come with the platform. */
@NullMarked
package cn.zhengqi.finance.reference;

import org.jspecify.annotations.NullMarked;
