/** Finance: loan products and loan applications. */
@NullMarked
package cn.zhengqi.finance;

import org.jspecify.annotations.NullMarked;
