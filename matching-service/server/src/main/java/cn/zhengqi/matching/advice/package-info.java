/** What would raise the amount that an enterprise could have of a loan product, from the products' own rules (FIN-05). */
@NullMarked
package cn.zhengqi.matching.advice;

import org.jspecify.annotations.NullMarked;
