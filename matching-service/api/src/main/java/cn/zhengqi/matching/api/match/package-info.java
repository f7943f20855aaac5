/** What a match answers: outcomes, degrees and explained conditions. */
@NullMarked
package cn.zhengqi.matching.api.match;

import org.jspecify.annotations.NullMarked;
