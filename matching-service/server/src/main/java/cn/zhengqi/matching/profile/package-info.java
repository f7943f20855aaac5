/** 企业画像 (MATCH-01): what is known about an enterprise, from where, since when. */
@NullMarked
package cn.zhengqi.matching.profile;

import org.jspecify.annotations.NullMarked;
