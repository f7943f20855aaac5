/** 小微融资协调 (PLUS-05): visits, the list of those that declare (申报清单), the check by criteria that are data, the list of those recommended (推荐清单), and what banks answer. */
@NullMarked
package cn.zhengqi.finance.coordination;

import org.jspecify.annotations.NullMarked;
