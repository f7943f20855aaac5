/** 封面: pictures of articles and activities. */
@NullMarked
package cn.zhengqi.finance.cover;

import org.jspecify.annotations.NullMarked;
