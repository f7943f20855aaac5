/** Applications for loans that are typed and not handed in: kept for their enterprise, known to nobody else. */
@NullMarked
package cn.zhengqi.finance.draft;

import org.jspecify.annotations.NullMarked;
