/** Criteria as data: the form in which policies and loan products publish who qualifies. */
@NullMarked
package cn.zhengqi.matching.api.criteria;

import org.jspecify.annotations.NullMarked;
