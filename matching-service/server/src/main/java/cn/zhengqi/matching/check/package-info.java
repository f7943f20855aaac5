/** 三个自查 (PORTAL-07, MATCH-06): policies, loan products and 专精特新 by a few typed figures, for anybody; nothing is kept. */
@NullMarked
package cn.zhengqi.matching.check;

import org.jspecify.annotations.NullMarked;
