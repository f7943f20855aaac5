/** How every enterprise stands under every published rule: stored, and judged anew as soon as anything changes (ADR 0038). */
@NullMarked
package cn.zhengqi.matching.standing;

import org.jspecify.annotations.NullMarked;
