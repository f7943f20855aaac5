/** Which policies and products fit, explained condition by condition (MATCH-03, MATCH-05). */
@NullMarked
package cn.zhengqi.matching.match;

import org.jspecify.annotations.NullMarked;
