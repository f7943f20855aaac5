/** Makes the local copies of finance anew. */
@NullMarked
package cn.zhengqi.finance.rebuild;

import org.jspecify.annotations.NullMarked;
