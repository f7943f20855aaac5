/** The facts that criteria speak about: names, labels, units, ranges and formulas, as data. */
@NullMarked
package cn.zhengqi.matching.api.facts;

import org.jspecify.annotations.NullMarked;
