/** 反向匹配 (MATCH-08): from a policy or product to the enterprises that qualify, for those who may know. */
@NullMarked
package cn.zhengqi.matching.reverse;

import org.jspecify.annotations.NullMarked;
