/** Loan applications from submission to settlement: the enterprise's side, the bank's side and the supervisor's. */
@NullMarked
package cn.zhengqi.finance.application;

import org.jspecify.annotations.NullMarked;
