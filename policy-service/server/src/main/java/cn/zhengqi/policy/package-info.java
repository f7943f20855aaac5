/** Policies: the catalogue that everyone reads and its upkeep. */
@NullMarked
package cn.zhengqi.policy;

import org.jspecify.annotations.NullMarked;
