/** Banks enter their products, edition by edition, and the finance office reviews what they enter. */
@NullMarked
package cn.zhengqi.finance.entry;

import org.jspecify.annotations.NullMarked;
