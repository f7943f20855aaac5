/** Within how many working days banks answer, and what supervisors see and do about it. */
@NullMarked
package cn.zhengqi.finance.promise;

import org.jspecify.annotations.NullMarked;
