/** Whom the cases of the demo are of. */
@NullMarked
package cn.zhengqi.policy.demo;

import org.jspecify.annotations.NullMarked;
