/** Criteria of drafts, tried out for those who write them. */
@NullMarked
package cn.zhengqi.matching.trial;

import org.jspecify.annotations.NullMarked;
