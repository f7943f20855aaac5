/** 融资需求 (FIN-03): a demand without a product, claimed and answered by banks that fit and do not know whose it is until they may, chosen, and then an application. */
@NullMarked
package cn.zhengqi.finance.demand;

import org.jspecify.annotations.NullMarked;
